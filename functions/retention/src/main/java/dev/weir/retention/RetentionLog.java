package dev.weir.retention;

import java.time.LocalDate;
import org.jboss.logging.Logger;

/// Says what became of a run: a line for each part of the lake, one for all of them, and one more where something is
/// left
/// that should be gone, which a metric filter counts.
final class RetentionLog {

    private static final Logger LOG = Logger.getLogger(RetentionLog.class);

    private RetentionLog() {}

    static void tell(String requestId, RetentionReport report) {
        for (Line line : report.lines()) {
            LOG.infof(
                    "expired requestId=%s product=%s part=%s status=%s partitions=%d objects=%d bytes=%d oldest=%s",
                    requestId,
                    line.product(),
                    line.part(),
                    report.statusLabel(),
                    line.partitions(),
                    line.objects(),
                    line.bytes(),
                    line.oldest().map(LocalDate::toString).orElse("-"));
        }
        report.doubts().forEach(doubt -> LOG.warnf("doubt requestId=%s %s", requestId, doubt));
        LOG.infof(
                "retention requestId=%s status=%s today=%s purged=%d versions=%d anonymised=%d waiting=%d",
                requestId,
                report.statusLabel(),
                report.today(),
                report.purged(),
                report.versions(),
                report.objects("identities"),
                report.objects("waiting"));
        if (report.hasLeft()) {
            LOG.warnf(
                    "retention left requestId=%s status=%s waiting=%d",
                    requestId, report.statusLabel(), report.objects("waiting"));
        }
    }
}
