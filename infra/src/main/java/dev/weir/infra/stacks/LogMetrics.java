package dev.weir.infra.stacks;

import dev.weir.infra.functions.FunctionSpec;
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
    ERASED_IN_PART("ErasedInPart", "privacy", "\"erased requestId=\" \"status=PARTIAL\""),
    OVERDUE_ERASURES("OverdueErasures", "privacy", "\"overdue requestId=\""),
    RETENTION_LEFT("RetentionLeft", "retention", "\"retention left requestId=\""),
    QUEUED("Queued", "collector", "\"batch queued product=\""),
    EXPIRED_IN_QUEUE("ExpiredInQueue", "surge", "\"expired messageId=\"");

    private final String metric;
    private final String function;
    private final String pattern;

    /// @param function empty for the access log of the API
    LogMetrics(String metric, String function, String pattern) {
        this.metric = metric;
        this.function = function;
        this.pattern = pattern;
    }

    /// Whether the function whose log it is counted from is there.
    boolean isFor(List<FunctionSpec> functions) {
        return function.isEmpty()
                || functions.stream().anyMatch(one -> one.name().equals(function));
    }

    void in(Construct scope, Metrics metrics, Deployment deployment) {
        CfnMetricFilter.Builder.create(scope, metric)
                .logGroupName(
                        function.isEmpty()
                                ? AccessLog.name(deployment)
                                : deployment.names().logGroup(function))
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
