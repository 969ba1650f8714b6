package dev.weir.compactor;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/// Says what became of a run: a line for each day that something was done to, and one for all of them.
final class CompactionLog {

    private static final Logger LOG = Logger.getLogger(CompactionLog.class);

    private CompactionLog() {}

    static void tell(String requestId, List<DayReport> reports) {
        for (DayReport report : reports) {
            if (report.isEventful()) {
                DayReport.Work work = report.work();
                LOG.infof(
                        "compacted requestId=%s product=%s dt=%s units=%d objectsIn=%d objectsOut=%d rowsIn=%d rowsOut=%d"
                                + " duplicates=%d suppressed=%d overtaken=%d deleted=%d abandoned=%d smallFiles=%d lagSeconds=%d done=%b",
                        requestId,
                        report.day().product(),
                        report.day().date(),
                        work.units(),
                        work.objectsIn(),
                        work.objectsOut(),
                        work.rows().read(),
                        work.rows().written(),
                        work.rows().duplicates(),
                        work.rows().suppressed(),
                        work.overtaken(),
                        report.cleaned().deleted(),
                        report.cleaned().abandoned(),
                        report.after().smallFiles(),
                        report.after().lag().toSeconds(),
                        report.done());
            }
        }
        LOG.infof(
                "compaction requestId=%s days=%d rowsIn=%d rowsOut=%d duplicates=%d suppressed=%d smallFiles=%d lagSeconds=%d done=%b",
                requestId,
                reports.size(),
                sum(reports, report -> report.work().rows().read()),
                sum(reports, report -> report.work().rows().written()),
                sum(reports, report -> report.work().rows().duplicates()),
                sum(reports, report -> report.work().rows().suppressed()),
                sum(reports, report -> report.after().smallFiles()),
                CompactionMetrics.lag(reports).toSeconds(),
                reports.stream().allMatch(DayReport::done));
    }

    private static long sum(List<DayReport> reports, ToLongFunction<DayReport> metric) {
        return reports.stream().mapToLong(metric).sum();
    }
}
