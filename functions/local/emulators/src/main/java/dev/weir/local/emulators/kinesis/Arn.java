package dev.weir.local.emulators.kinesis;

/// How a local stream is named among all resources.
final class Arn {
    static final String ACCOUNT = "000000000000";
    private static final String PREFIX = "arn:aws:kinesis:us-east-1:" + ACCOUNT + ":stream/";

    private Arn() {}

    static String of(String stream) {
        return PREFIX + stream;
    }

    /// The stream's name, whatever region and account the sender believes it is in.
    static String stream(String arn) {
        int slash = arn.indexOf(":stream/");
        if (!arn.startsWith("arn:") || slash < 0) {
            throw Refusal.constraint(
                    "streamARN", "Member must satisfy regular expression pattern: arn:aws.*:kinesis:.*");
        }
        return arn.substring(slash + ":stream/".length());
    }
}
