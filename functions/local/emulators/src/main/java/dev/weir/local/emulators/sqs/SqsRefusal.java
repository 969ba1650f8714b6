package dev.weir.local.emulators.sqs;

/// An answer of 400, by the names of the real service. The message never has what was sent.
final class SqsRefusal extends RuntimeException {

    private final String code;

    SqsRefusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
