package dev.weir.schemas.documents;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key that a document names: `path`, `path?` where it may be absent, `path=a|b` where its values are listed.
///
/// @param path names from the top, with dots between; of an array's members as of an object's
record DocumentedKey(String path, boolean optional, List<String> values) {

    private static final Pattern LINE = Pattern.compile("([^?=]+)(\\?)?(?:=(.+))?");

    DocumentedKey {
        values = List.copyOf(values);
    }

    static DocumentedKey of(String path, String... values) {
        return new DocumentedKey(path, false, List.of(values));
    }

    static DocumentedKey parse(String text) {
        Matcher key = LINE.matcher(text);
        if (!key.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no key: write path, path? or path=a|b");
        }
        List<String> values =
                key.group(3) == null ? List.of() : List.of(key.group(3).split("\\|", -1));
        return new DocumentedKey(key.group(1), key.group(2) != null, values);
    }

    @Override
    public String toString() {
        return path + (optional ? "?" : "") + (values.isEmpty() ? "" : "=" + String.join("|", values));
    }
}
