package dev.weir.infra.stacks;

import java.util.List;

/// What wakes somebody about the queue for what the stream refuses.
record SurgeAlarms(Metrics metrics) {

    private static final int MINUTES_WAITING = 15;

    List<AlarmRow> all() {
        return List.of(
                AlarmRow.above(
                        "surge-waiting",
                        "For 15 minutes the queue has had events that the stream refused.",
                        metrics.waiting("surge"),
                        0,
                        MINUTES_WAITING),
                AlarmRow.above(
                        "surge-dead",
                        "Events that the stream refused could not be drained in a day of attempts.",
                        metrics.queue("surge-dead"),
                        0,
                        1),
                AlarmRow.above(
                        "surge-expired",
                        "Events that the stream refused have waited for longer than four days, and are lost.",
                        metrics.logged("ExpiredInQueue", Metrics.FIVE_MINUTES),
                        0,
                        1));
    }
}
