package dev.weir.compactor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Small files and lag as metrics, in CloudWatch's
/// [embedded metric
/// format](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html):
/// a line of JSON in the log, which needs no call and no permission.
final class CompactionMetrics {

    private static final String SMALL_FILES = "SmallFiles";
    private static final String LAG = "CompactionLag";

    private CompactionMetrics() {}

    /// `SmallFiles`, bronze objects that still count, and `CompactionLag`, seconds since the oldest of them came, over
    /// all
    /// days of a run; in the namespace `Weir`, by function.
    static ObjectNode of(String function, List<DayReport> reports, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode about = json.putObject("_aws").put("Timestamp", now.toEpochMilli());
        ObjectNode directive =
                about.withArrayProperty("CloudWatchMetrics").addObject().put("Namespace", "Weir");
        directive.withArrayProperty("Dimensions").addArray().add("FunctionName");
        directive
                .withArrayProperty("Metrics")
                .addObject()
                .put("Name", SMALL_FILES)
                .put("Unit", "Count");
        directive.withArrayProperty("Metrics").addObject().put("Name", LAG).put("Unit", "Seconds");
        return json.put("FunctionName", function)
                .put(
                        SMALL_FILES,
                        reports.stream()
                                .mapToInt(report -> report.after().smallFiles())
                                .sum())
                .put(LAG, lag(reports).toSeconds());
    }

    /// The age of the oldest bronze object that still counts; zero where none does.
    static Duration lag(List<DayReport> reports) {
        return reports.stream()
                .map(report -> report.after().lag())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
