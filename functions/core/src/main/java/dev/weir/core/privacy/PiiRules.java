package dev.weir.core.privacy;

/// The rules by which personal data is found: shapes of values, and names of keys.
///
/// @param keys whether the names of keys count
record PiiRules(PiiScanner scanner, boolean keys) {

    /// All of them.
    static final PiiRules COMPLETE = new PiiRules(PiiScanner.COMPLETE, true);

    Meaning meaning(String key) {
        return keys ? PersonalKeys.meaning(key) : Meaning.PLAIN;
    }
}
