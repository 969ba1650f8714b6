package dev.weir.core.privacy;

import dev.weir.core.catalog.PiiPolicy;
import dev.weir.core.event.PiiKind;
import dev.weir.core.event.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Does with what is found in a text what the product wants done.
///
/// @param hashing makes a pseudonym of a value, in hex; absent where nothing may be kept that links
record Treatment(
        PiiScanner scanner, PiiPolicy policy, @Nullable Hashing hashing, Ledger ledger) {

    /// Makes a pseudonym of a value of some kind, in hex.
    @FunctionalInterface
    interface Hashing {
        String hash(String kind, String value);
    }

    /// The text as it may stay: itself, with replacements, or null if it may not.
    @Nullable
    String applied(String text, Meaning meaning, Set<PiiKind> allowed, Trail trail) {
        List<Finding> findings = scanner.scan(text, meaning);
        if (findings.isEmpty()) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int done = 0;
        boolean removed = false;
        for (Finding finding : findings) {
            if (!allowed.contains(finding.kind())) {
                kept.append(text, done, finding.start());
                kept.append(replacement(finding.kind(), text.substring(finding.start(), finding.end()), trail));
                removed |= policy.on(finding.kind()) == PiiPolicy.Action.REMOVE;
                done = finding.end();
            }
        }
        return removed
                ? null
                : done == 0 ? text : kept.append(text, done, text.length()).toString();
    }

    /// What stands for a value; what was done is on record.
    String replacement(PiiKind kind, String value, Trail trail) {
        String mask = "[" + kind.label() + "]";
        return switch (policy.on(kind)) {
            case MASK -> noted(mask, kind, Redaction.Action.MASKED, trail);
            case REMOVE -> noted(mask, kind, Redaction.Action.REMOVED, trail);
            case HASH ->
                hashing == null
                        ? noted(mask, kind, Redaction.Action.MASKED, trail)
                        : noted(hashed(kind, value, hashing), kind, Redaction.Action.HASHED, trail);
            case REJECT -> {
                ledger.refuse(trail.pointer(), kind);
                yield mask;
            }
        };
    }

    /// Where a value goes as a whole for what was found in it.
    void removing(String pointer, PiiKind kind) {
        if (policy.on(kind) == PiiPolicy.Action.REJECT) {
            ledger.refuse(pointer, kind);
        } else {
            ledger.note(pointer, kind.label(), Redaction.Action.REMOVED);
        }
    }

    private String noted(String replacement, PiiKind kind, Redaction.Action action, Trail trail) {
        ledger.note(trail.pointer(), kind.label(), action);
        return replacement;
    }

    /// The same address, number or account has the same pseudonym, however it was written.
    private static String hashed(PiiKind kind, String value, Hashing hashing) {
        String canonical = switch (kind) {
            case PHONE, CARD, IBAN, SSN -> lettersAndDigits(value);
            case EMAIL -> decoded(value).toLowerCase(Locale.ROOT);
            case IP_ADDRESS, TOKEN, API_KEY, URL_SECRET, PERSONAL_KEY -> value;
        };
        return "[" + kind.label() + ":" + hashing.hash("pii." + kind.label(), canonical) + "]";
    }

    private static String decoded(String value) {
        Decoded decoded = Decoded.of(value);
        return decoded == null ? value : decoded(decoded.text());
    }

    private static String lettersAndDigits(String value) {
        StringBuilder compact = new StringBuilder(value.length());
        decoded(value).chars().filter(Character::isLetterOrDigit).forEach(c -> compact.append((char) c));
        return compact.toString().toUpperCase(Locale.ROOT);
    }
}
