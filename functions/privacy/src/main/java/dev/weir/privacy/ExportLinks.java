package dev.weir.privacy;

import java.time.Duration;
import java.util.function.BiFunction;

/// Links to files that are handed out, by which whoever has one can fetch the file for a short time. They are not for
/// logs.
///
/// @param signed makes the link to an object of a name, that is to be saved under another
record ExportLinks(BiFunction<String, String, String> signed) {

    /// How long a link holds.
    static final Duration HOLDS = Duration.ofMinutes(15);

    String to(String object, String file) {
        return signed.apply(object, file);
    }
}
