package dev.weir.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.weir.core.catalog.Catalog;
import dev.weir.stream.RecordTooLarge;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// [RequestBenchmark#whole] without JMH, which starts JVMs of its own: a program that can be a native executable.
/// Prints in CPU time of the process what loading the catalog takes at its start, and then what a request takes.
public final class RequestLoop {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private RequestLoop() {}

    /// Runs it.
    ///
    /// @param arguments seconds of warm-up; 20 where there is none
    public static void main(String[] arguments) throws RecordTooLarge {
        long before = PROCESS.getProcessCpuTime();
        Catalog.load();
        System.out.printf("loading the catalog: %.1f ms%n", (PROCESS.getProcessCpuTime() - before) / 1e6);
        RequestSteps steps = new RequestSteps();
        run(steps, Duration.ofSeconds(arguments.length == 0 ? 20 : Long.parseLong(arguments[0])));
        before = PROCESS.getProcessCpuTime();
        long requests = run(steps, MEASURED);
        System.out.printf(
                "a request of ten events: %.0f us%n", (PROCESS.getProcessCpuTime() - before) / 1e3 / requests);
    }

    private static long run(RequestSteps steps, Duration length) throws RecordTooLarge {
        long end = System.nanoTime() + length.toNanos();
        long requests = 0;
        long bytes = 0;
        while (System.nanoTime() < end) {
            bytes += steps.whole().length;
            requests++;
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing was made");
        }
        return requests;
    }
}
