package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/// The metrics that alarms and dashboards are made of, by the names that AWS gives them.
///
/// @param api what is measured of the API
record Metrics(Names names, ApiMetrics api) {

    static final Duration MINUTE = Duration.minutes(1);
    static final Duration FIVE_MINUTES = Duration.minutes(5);

    Metric api(String metric, String statistic) {
        return metric("AWS/ApiGateway", metric, api.dimensions(), statistic, MINUTE);
    }

    /// Of a REST API.
    Metric firewall(String metric) {
        return metric(
                "AWS/WAFV2",
                metric,
                Map.of("WebACL", Firewall.name(names), "Region", Aws.REGION, "Rule", "ALL"),
                "Sum",
                FIVE_MINUTES);
    }

    Metric function(String function, String metric, String statistic, Duration period) {
        return metric("AWS/Lambda", metric, Map.of("FunctionName", names.of(function)), statistic, period);
    }

    Metric stream(String metric, String statistic, Duration period) {
        return metric("AWS/Kinesis", metric, Map.of("StreamName", names.stream()), statistic, period);
    }

    Metric mapping(String mappingId, String metric, Duration period) {
        return metric("AWS/Lambda", metric, Map.of("EventSourceMappingUUID", mappingId), "Sum", period);
    }

    Metric queue(String queue) {
        return messages(queue, "ApproximateNumberOfMessagesVisible", FIVE_MINUTES);
    }

    /// Messages in a queue, those included that are hidden because somebody has received them. The age of the oldest
    /// would not do: SQS leaves out of it what was received more than three times.
    MathExpression waiting(String queue) {
        return calculated(
                "messages that wait",
                "visible + hidden",
                Map.of(
                        "visible", messages(queue, "ApproximateNumberOfMessagesVisible", MINUTE),
                        "hidden", messages(queue, "ApproximateNumberOfMessagesNotVisible", MINUTE)),
                MINUTE);
    }

    private Metric messages(String queue, String metric, Duration period) {
        return metric("AWS/SQS", metric, Map.of("QueueName", names.of(queue)), "Maximum", period);
    }

    Metric scanned() {
        return metric(
                "AWS/Athena", "ProcessedBytes", Map.of("WorkGroup", names.of("analysts")), "Sum", Duration.hours(1));
    }

    /// Counted from lines of logs.
    Metric logged(String metric, Duration period) {
        return metric(namespace(), metric, Map.of(), "Sum", period);
    }

    String namespace() {
        return "Weir/" + names.environment();
    }

    static MathExpression calculated(String label, String expression, Map<String, Metric> metrics, Duration period) {
        return MathExpression.Builder.create()
                .label(label)
                .expression(expression)
                .usingMetrics(new TreeMap<>(metrics))
                .period(period)
                .build();
    }

    private static Metric metric(
            String namespace, String metric, Map<String, String> dimensions, String statistic, Duration period) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(metric)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(period)
                .build();
    }
}
