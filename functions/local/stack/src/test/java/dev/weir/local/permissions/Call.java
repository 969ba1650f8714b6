package dev.weir.local.permissions;

/// An action of IAM that a function has taken.
///
/// @param function its name without what access keys cannot have, such as `weirtriallakewriter`
/// @param action such as `s3:PutObject`
/// @param resource ARN
public record Call(String function, String action, String resource) implements Comparable<Call> {

    static String keyOf(String function) {
        return function.replaceAll("[^A-Za-z0-9]", "");
    }

    @Override
    public int compareTo(Call other) {
        return toString().compareTo(other.toString());
    }
}
