package dev.weir.local.emulators.kinesis;

import java.util.Arrays;

/// Where an iterator starts.
enum IteratorType {
    TRIM_HORIZON,
    LATEST,
    AT_SEQUENCE_NUMBER,
    AFTER_SEQUENCE_NUMBER,
    AT_TIMESTAMP;

    static IteratorType parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.constraint(
                        "shardIteratorType", "Member must satisfy enum value set: " + Arrays.toString(values())));
    }
}
