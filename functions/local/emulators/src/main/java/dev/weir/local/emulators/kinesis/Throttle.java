package dev.weir.local.emulators.kinesis;

import java.time.Clock;

/// What a shard takes in a second: 1 MiB and 1,000 records, with a second's worth saved up at most.
final class Throttle {
    private static final double BYTES_PER_SECOND = 1 << 20;
    private static final double RECORDS_PER_SECOND = 1_000;

    private final boolean on;
    private final Clock clock;
    private double bytes = BYTES_PER_SECOND;
    private double records = RECORDS_PER_SECOND;
    private long refilled;

    Throttle(boolean on, Clock clock) {
        this.on = on;
        this.clock = clock;
        this.refilled = clock.millis();
    }

    synchronized boolean admits(int size) {
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
