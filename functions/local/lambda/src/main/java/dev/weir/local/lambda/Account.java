package dev.weir.local.lambda;

/// The account and region that local resources pretend to live in: what their ARNs are made of.
public record Account(String id, String region) {

    /// The account that emulators use by custom.
    public static final Account LOCAL = new Account("000000000000", "us-east-1");

    public Account {
        if (!id.matches("\\d{12}")) {
            throw new IllegalArgumentException("an account id has 12 digits");
        }
    }

    public String functionArn(String function) {
        return "arn:aws:lambda:" + region + ":" + id + ":function:" + function;
    }

    public String streamArn(String stream) {
        return "arn:aws:kinesis:" + region + ":" + id + ":stream/" + stream;
    }

    public String roleArn(String role) {
        return "arn:aws:iam::" + id + ":role/" + role;
    }
}
