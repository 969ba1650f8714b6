package dev.weir.infra.stacks;

import dev.weir.infra.environment.Front;
import dev.weir.infra.functions.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/// What wakes somebody.
///
/// @param mappingId id of the mapping of a function, which its metrics are known by
record Alarms(Deployment deployment, Metrics metrics, UnaryOperator<String> mappingId) {

    private static final Duration HOUR = Duration.hours(1);
    private static final Duration QUARTER = Duration.minutes(15);
    private static final double MINUTES_BEHIND_MS = 300_000;
    private static final double SLOW_MS = 1_000;
    private static final double GIGABYTE = 1e9;

    List<AlarmRow> all() {
        List<AlarmRow> all = new ArrayList<>(senders());
        all.addAll(stream());
        all.addAll(lake());
        all.addAll(erasures());
        all.add(retention());
        if (deployment.environment().surgeQueue()) {
            all.addAll(new SurgeAlarms(metrics).all());
        }
        if (deployment.environment().front().api() == Front.Api.REST) {
            all.add(turnedAway());
        }
        deployment.functions().forEach(function -> all.addAll(of(function)));
        return all;
    }

    private List<AlarmRow> senders() {
        return List.of(
                AlarmRow.above("server-errors", "The API answers 5xx: senders keep their events.", failing(), 1, 5),
                AlarmRow.above(
                        "latency",
                        "Senders wait longer than a second (p99).",
                        metrics.api("Latency", "p99"),
                        SLOW_MS,
                        10),
                AlarmRow.above(
                        "auth-failures",
                        "Over half of the requests have no valid credential.",
                        share("refused", metrics.logged("AuthFailures", Metrics.FIVE_MINUTES)),
                        50,
                        3),
                AlarmRow.above(
                        "throttles",
                        "Over 5 % of the requests are answered 429.",
                        share("throttled", metrics.logged("Throttled", Metrics.FIVE_MINUTES)),
                        5,
                        3));
    }

    private AlarmRow turnedAway() {
        return AlarmRow.above(
                "turned-away",
                "The firewall turns away over 5 % of the requests.",
                Metrics.calculated(
                        "turned away, % of requests",
                        "IF(blocked + allowed > 100, 100 * blocked / (blocked + allowed), 0)",
                        Map.of(
                                "blocked", metrics.firewall("BlockedRequests"),
                                "allowed", metrics.firewall("AllowedRequests")),
                        Metrics.FIVE_MINUTES),
                5,
                3);
    }

    private MathExpression failing() {
        return Metrics.calculated(
                "5xx, % of requests",
                "IF(requests > 20, 100 * failed / requests, 0)",
                Map.of(
                        "failed",
                        metrics.api(metrics.api().serverErrors(), "Sum"),
                        "requests",
                        metrics.api("Count", "Sum")),
                Metrics.MINUTE);
    }

    private MathExpression share(String name, Metric part) {
        return Metrics.calculated(
                name + ", % of requests",
                "IF(requests > 100, 100 * part / requests, 0)",
                Map.of("part", part, "requests", metrics.api("Count", "Sum")),
                Metrics.FIVE_MINUTES);
    }

    private List<AlarmRow> stream() {
        return List.of(
                AlarmRow.above(
                        "stream-throttled",
                        "The stream refuses writes: it has too little capacity, and senders get 503.",
                        metrics.stream("WriteProvisionedThroughputExceeded", "Sum", Metrics.MINUTE),
                        0,
                        3),
                AlarmRow.above(
                        "failed-runs",
                        "A scheduled run has failed to the end, or could not be started.",
                        metrics.queue("failed-runs"),
                        0,
                        1));
    }

    private List<AlarmRow> lake() {
        return List.of(
                AlarmRow.above(
                        "lake-stale",
                        "Events come in, and for a quarter of an hour the lake-writer has landed none.",
                        Metrics.calculated(
                                "1 while nothing lands",
                                "IF(FILL(incoming, 0) > 0 AND FILL(landed, 0) == 0, 1, 0)",
                                Map.of(
                                        "incoming", metrics.stream("IncomingRecords", "Sum", QUARTER),
                                        "landed", metrics.logged("Landed", QUARTER)),
                                QUARTER),
                        0,
                        1),
                AlarmRow.above(
                        "accepted-minus-landed",
                        "In an hour, over 1 % of the records that the stream took have not reached the lake-writer.",
                        Metrics.calculated(
                                "not handed over, % of records",
                                "IF(incoming > 1000, 100 * (incoming - FILL(handed, 0)) / incoming, 0)",
                                Map.of(
                                        "incoming", metrics.stream("IncomingRecords", "Sum", HOUR),
                                        "handed",
                                                metrics.mapping(
                                                        mappingId.apply("lake-writer"), "InvokedEventCount", HOUR)),
                                HOUR),
                        1,
                        2),
                AlarmRow.above(
                        "quarantine",
                        "Records were put aside: nobody can read them, or no row can hold them.",
                        metrics.logged("Quarantined", Metrics.FIVE_MINUTES),
                        0,
                        1),
                AlarmRow.above(
                        "athena-bytes",
                        "Queries scanned more in an hour than ten of them may.",
                        metrics.scanned(),
                        deployment.environment().athena().scanLimitGb() * GIGABYTE * 10,
                        1));
    }

    private List<AlarmRow> erasures() {
        return List.of(
                AlarmRow.above(
                        "erased-in-part",
                        "For half an hour an erasure has found something that it could not examine or change.",
                        metrics.logged("ErasedInPart", QUARTER),
                        0,
                        2),
                AlarmRow.above(
                        "erasure-overdue",
                        "Somebody asked for erasure over 5 days ago, and is not gone.",
                        metrics.logged("OverdueErasures", HOUR),
                        0,
                        1));
    }

    /// The next run does the rest, if it can. Two days in a row it could not.
    private AlarmRow retention() {
        return AlarmRow.above(
                "retention-left",
                "For two days retention has left something that should be gone.",
                metrics.logged("RetentionLeft", Duration.days(1)),
                0,
                2);
    }

    /// Who invokes a function by hand sees that it fails.
    private List<AlarmRow> of(FunctionSpec function) {
        List<AlarmRow> rows = new ArrayList<>();
        if (function.triggers().isEmpty()) {
            return rows;
        }
        Optional<Duration> run = longestBetweenRuns(function);
        rows.add(errors(function, run));
        if (function.batches().isPresent()) {
            rows.add(AlarmRow.above(
                    "behind-" + function.name(),
                    function.name() + " is over 5 minutes behind the stream.",
                    metrics.function(function.name(), "IteratorAge", "Maximum", Metrics.MINUTE),
                    MINUTES_BEHIND_MS,
                    5));
            rows.add(AlarmRow.above(
                    "failed-batches-" + function.name(),
                    function.name() + " gave up a batch, which is in the bucket of failed batches for 6 days.",
                    metrics.mapping(
                            mappingId.apply(function.name()),
                            "OnFailureDestinationDeliveredEventCount",
                            Metrics.FIVE_MINUTES),
                    0,
                    1));
        }
        run.ifPresent(period -> rows.add(notRun(function, period)));
        return rows;
    }

    /// A function on schedule fails only as often as it is run, so one error in each of its periods is enough.
    private AlarmRow errors(FunctionSpec function, Optional<Duration> run) {
        return AlarmRow.above(
                "errors-" + function.name(),
                function.name() + " fails again and again.",
                metrics.function(function.name(), "Errors", "Sum", run.orElse(Metrics.FIVE_MINUTES)),
                run.isPresent() ? 0 : 3,
                2);
    }

    private AlarmRow notRun(FunctionSpec function, Duration period) {
        return AlarmRow.missing(
                "not-run-" + function.name(),
                function.name() + " has missed two of its runs or more.",
                metrics.function(function.name(), "Invocations", "Sum", period),
                2);
    }

    /// A run may take as long as its function may, and holds up those that would come meanwhile.
    private static Optional<Duration> longestBetweenRuns(FunctionSpec function) {
        long timeout = function.size().timeout().toSeconds();
        return function.schedules()
                .map(schedule -> schedule.every().toSeconds())
                .min(Long::compare)
                .map(every -> Duration.seconds(Math.max(every, timeout)));
    }
}
