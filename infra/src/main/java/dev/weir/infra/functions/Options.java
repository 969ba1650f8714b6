package dev.weir.infra.functions;

import dev.weir.infra.environment.Enrichment;
import dev.weir.infra.environment.Environment;
import java.time.Duration;

/// What an environment decides about its functions.
///
/// @param streamKeeps how long the stream keeps records
/// @param surgeQueue whether there is a queue for what the stream refuses
public record Options(Duration streamKeeps, boolean surgeQueue, Enrichment enrichment) {

    /// How long the surge queue keeps messages, dead letters included.
    public static final Duration SURGE_KEEPS = Duration.ofDays(4);

    /// Between the last moment of a record in the stream and its being in the bucket of failed batches.
    private static final Duration GIVEN_UP = Duration.ofHours(1);

    /// What is behind a batch that is given up is nearly as old, and must get its turn before the stream forgets it.
    private static final Duration TURN = Duration.ofHours(2);

    /// Names of bronze objects tell a late attempt what has landed, and two days after they were merged they are gone.
    private static final Duration LONGEST_ATTEMPTS = Duration.ofDays(1);

    public static Options of(Environment environment) {
        return new Options(
                Duration.ofHours(environment.retention().streamHours()),
                environment.surgeQueue(),
                environment.enrichment());
    }

    /// How old a record may be that consumers are still tried with.
    Duration maximumRecordAge() {
        Duration inTime = streamKeeps.minus(TURN);
        return inTime.compareTo(LONGEST_ATTEMPTS) < 0 ? inTime : LONGEST_ATTEMPTS;
    }

    /// How long an event may be on its way into the lake: in the queue, then in the stream, then given up.
    Duration inFlight() {
        Duration queued = surgeQueue ? SURGE_KEEPS : Duration.ZERO;
        return queued.plus(streamKeeps).plus(GIVEN_UP);
    }
}
