package dev.weir.local.mapping;

/// Why a batch was given up, in Lambda's words.
enum Condition {
    RETRIES_EXHAUSTED("RetryAttemptsExhausted"),
    RECORD_AGE_EXCEEDED("RecordAgeExceeded");

    private final String word;

    Condition(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
