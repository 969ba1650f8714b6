package dev.weir.core.intake;

import org.jspecify.annotations.Nullable;

/// What a sender may call a batch, in `batch_id` or in the header `Idempotency-Key`.
public final class BatchName {

    /// In words, for messages.
    public static final String RULE = "1 to 128 of A-Z a-z 0-9 _ . : -";

    private static final int LONGEST = 128;

    private BatchName() {}

    public static boolean fits(@Nullable String name) {
        return name != null
                && !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().allMatch(BatchName::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_.:-".indexOf(c) >= 0;
    }
}
