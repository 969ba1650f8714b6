package dev.weir.local.emulators.kinesis;

import java.time.Duration;

/// How streams are kept and what they refuse.
///
/// @param retention how long a record can be read; whole segments are dropped once their last record is older
/// @param segmentBytes at which size a shard starts a new segment file
/// @param throttled whether a shard refuses more than 1 MiB or 1,000 records a second, as the real one does
public record KinesisSettings(Duration retention, int segmentBytes, boolean throttled) {
    private static final int SEGMENTS_PER_RETENTION = 24;

    public KinesisSettings {
        if (retention.isNegative() || retention.isZero() || segmentBytes < 1) {
            throw new IllegalArgumentException("retention and segmentBytes must be positive");
        }
    }

    /// A day of retention, segments of 16 MiB, no throttling.
    public static KinesisSettings defaults() {
        return new KinesisSettings(Duration.ofDays(1), 16 << 20, false);
    }

    Duration segmentAge() {
        return retention.dividedBy(SEGMENTS_PER_RETENTION);
    }
}
