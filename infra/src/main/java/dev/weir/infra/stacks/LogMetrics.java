package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import java.util.List;
import software.amazon.awscdk.services.logs.CfnMetricFilter;
import software.constructs.Construct;

/// What is counted from lines of logs. A change of one of those lines silences an alarm, so a test compares them with
/// what
/// the functions write.
enum LogMetrics {
    AUTH_FAILURES("AuthFailures", "", "{ $.status = \"401\" || $.status = \"403\" }"),
    THROTTLED("Throttled", "", "{ $.status = \"429\" }"),
    LANDED("Landed", "lake-writer", "\"landed requestId=\""),
    QUARANTINED("Quarantined", "lake-writer", "\"quarantined requestId=\""),
    ERASED_IN_PART("ErasedInPart", "privacy", "\"erased requestId=\" \"status=PARTIAL\"");

    private final String metric;
    private final String function;
    private final String pattern;

    /// @param function empty for the access log of the API
    LogMetrics(String metric, String function, String pattern) {
        this.metric = metric;
        this.function = function;
        this.pattern = pattern;
    }

    void in(Construct scope, Metrics metrics, Names names) {
        CfnMetricFilter.Builder.create(scope, metric)
                .logGroupName(function.isEmpty() ? HttpFront.accessLog(names) : names.logGroup(function))
                .filterPattern(pattern)
                .metricTransformations(List.of(CfnMetricFilter.MetricTransformationProperty.builder()
                        .metricNamespace(metrics.namespace())
                        .metricName(metric)
                        .metricValue("1")
                        .defaultValue(0)
                        .build()))
                .build();
    }
}
