package dev.weir.local.emulators.kinesis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// What a shard takes in a second: 1 MiB and 1,000 records, with a second's worth saved up at most. While a file
/// `throttled` lies in the folder of all streams it takes nothing, so that people can see what happens then.
final class Throttle {
    private static final double BYTES_PER_SECOND = 1 << 20;
    private static final double RECORDS_PER_SECOND = 1_000;

    private final boolean on;
    private final Clock clock;
    private final Path refusing;
    private double bytes = BYTES_PER_SECOND;
    private double records = RECORDS_PER_SECOND;
    private long refilled;

    /// @param data folder of all streams
    Throttle(boolean on, Path data, Clock clock) {
        this.on = on;
        this.refusing = data.resolve("throttled");
        this.clock = clock;
        this.refilled = clock.millis();
    }

    synchronized boolean admits(int size) {
        if (Files.exists(refusing)) {
            return false;
        }
        if (!on) {
            return true;
        }
        refill();
        if (bytes < size || records < 1) {
            return false;
        }
        bytes -= size;
        records -= 1;
        return true;
    }

    private void refill() {
        long now = Math.max(refilled, clock.millis());
        double seconds = (now - refilled) / 1000.0;
        bytes = Math.min(BYTES_PER_SECOND, bytes + seconds * BYTES_PER_SECOND);
        records = Math.min(RECORDS_PER_SECOND, records + seconds * RECORDS_PER_SECOND);
        refilled = now;
    }
}
