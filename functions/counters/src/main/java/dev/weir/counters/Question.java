package dev.weir.counters;

import java.util.Map;
import java.util.Optional;

/// What somebody wants to know.
///
/// @param key the write key that was presented
/// @param parameters of the query, such as `from`
record Question(String product, String counter, Optional<String> key, Map<String, String> parameters) {

    @Override
    public String toString() {
        return "Question[" + product + ", " + counter + "]";
    }
}
