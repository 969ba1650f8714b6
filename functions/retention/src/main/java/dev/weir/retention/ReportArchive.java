package dev.weir.retention;

import dev.weir.lake.ObjectContent;
import dev.weir.lake.ObjectStore;
import dev.weir.retention.RetentionReport.Status;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// Reports in the audit bucket: `retention/20260208T022000Z-<request id>.json`. The bucket keeps them.
record ReportArchive(ObjectStore audit) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Keeps the report of a run; of a dry run there is nothing to keep.
    ///
    /// @throws dev.weir.lake.LakeUnavailable if it is not known to be kept
    void keep(RetentionReport report, String requestId) {
        if (report.status() != Status.PLANNED) {
            byte[] json = report.json().toString().getBytes(StandardCharsets.UTF_8);
            String key = "retention/" + TIME.format(report.at()) + "-" + requestId + ".json";
            audit.putIfAbsent(key, new ObjectContent(json, "application/json", Map.of()));
        }
    }
}
