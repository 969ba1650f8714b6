package dev.weir.infra.stacks;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.constructs.Construct;

/// What people look at: how senders fare, how the stream flows, and what is done for privacy.
record Dashboards(Construct scope, Deployment deployment, Metrics metrics) {

    private static final int HALF = 12;

    void create() {
        dashboard(
                "slo",
                List.of(
                        List.of(
                                graph("Requests", metrics.api("Count", "Sum")),
                                graph(
                                        "Failures",
                                        metrics.api(metrics.api().clientErrors(), "Sum"),
                                        metrics.api(metrics.api().serverErrors(), "Sum"))),
                        List.of(
                                graph("Latency, ms", metrics.api("Latency", "p50"), metrics.api("Latency", "p99")),
                                graph(
                                        "Turned away",
                                        metrics.logged("AuthFailures", Metrics.FIVE_MINUTES),
                                        metrics.logged("Throttled", Metrics.FIVE_MINUTES)))));
        dashboard(
                "stream",
                List.of(
                        List.of(
                                graph("Records taken", metrics.stream("IncomingRecords", "Sum", Metrics.MINUTE)),
                                graph("Behind, ms", functions("IteratorAge", "Maximum", true))),
                        List.of(
                                graph(
                                        "Landed and put aside",
                                        metrics.logged("Landed", Metrics.FIVE_MINUTES),
                                        metrics.logged("Quarantined", Metrics.FIVE_MINUTES)),
                                graph("Errors of functions", functions("Errors", "Sum", false)))));
        dashboard(
                "privacy",
                List.of(
                        List.of(
                                graph("Runs that failed", metrics.queue("failed-runs")),
                                graph("Runs of functions on schedule", scheduled())),
                        List.of(
                                graph("Erased in part", metrics.logged("ErasedInPart", Metrics.FIVE_MINUTES)),
                                graph("Bytes read by analysts", metrics.scanned()))));
    }

    private void dashboard(String name, List<List<IWidget>> rows) {
        Dashboard.Builder.create(scope, "Dashboard-" + name)
                .dashboardName(deployment.names().of(name))
                .widgets(rows)
                .build();
    }

    private IMetric[] functions(String metric, String statistic, boolean consumersOnly) {
        return deployment.functions().stream()
                .filter(function -> !consumersOnly || function.batches().isPresent())
                .map(function -> metrics.function(function.name(), metric, statistic, Metrics.FIVE_MINUTES))
                .toArray(IMetric[]::new);
    }

    private IMetric[] scheduled() {
        return deployment.functions().stream()
                .filter(function -> function.schedules().findAny().isPresent())
                .map(function -> metrics.function(function.name(), "Invocations", "Sum", Metrics.FIVE_MINUTES))
                .toArray(IMetric[]::new);
    }

    private static IWidget graph(String title, IMetric... lines) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(HALF)
                .left(Stream.of(lines).toList())
                .build();
    }
}
