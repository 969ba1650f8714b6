package dev.weir.compactor;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/// Says what became of a run: a line for each day that something was done to, and one for all of them,
/// from which a metric filter takes small files and lag.
final class CompactionLog {

    private static final Logger LOG = Logger.getLogger(CompactionLog.class);

    private CompactionLog() {}

    static void tell(String requestId, List<DayReport> reports) {
        for (DayReport report : reports) {
            if (report.isEventful()) {
                DayReport.Work work = report.work();
                LOG.infof(
                        "compacted requestId=%s product=%s dt=%s units=%d objectsIn=%d objectsOut=%d rowsIn=%d rowsOut=%d"
                                + " duplicates=%d overtaken=%d deleted=%d abandoned=%d smallFiles=%d lagSeconds=%d done=%b",
                        requestId,
                        report.day().product(),
                        report.day().date(),
                        work.units(),
                        work.objectsIn(),
                        work.objectsOut(),
                        work.rowsIn(),
                        work.rowsOut(),
                        work.duplicates(),
                        work.overtaken(),
                        report.cleaned().deleted(),
                        report.cleaned().abandoned(),
                        report.after().smallFiles(),
                        report.after().lag().toSeconds(),
                        report.done());
            }
        }
        LOG.infof(
                "compaction requestId=%s days=%d rowsIn=%d rowsOut=%d duplicates=%d smallFiles=%d lagSeconds=%d done=%b",
                requestId,
                reports.size(),
                sum(reports, report -> report.work().rowsIn()),
                sum(reports, report -> report.work().rowsOut()),
                sum(reports, report -> report.work().duplicates()),
                sum(reports, report -> report.after().smallFiles()),
                reports.stream()
                        .map(report -> report.after().lag())
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO)
                        .toSeconds(),
                reports.stream().allMatch(DayReport::done));
    }

    private static long sum(List<DayReport> reports, ToLongFunction<DayReport> metric) {
        return reports.stream().mapToLong(metric).sum();
    }
}
