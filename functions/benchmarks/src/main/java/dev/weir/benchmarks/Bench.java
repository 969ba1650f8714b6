package dev.weir.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs benchmarks. Those of the lake are named alone, and take numbers: `CompactionBenchmark [EVENTS
/// [EVENTS_PER_OBJECT]]`, `ErasureBenchmark [OBJECTS ROWS [DIFFERENT]]`. The others run
/// under JMH, one thread each, with the CPU time beside the time that passed, and take its arguments: names to look for
/// first, `-h` for the others.
public final class Bench {

    private static final List<Integer> AN_HOUR = List.of(2_000_000, 1_390);
    private static final List<Integer> SMALL_LAKE = List.of(10, 20_000);

    private Bench() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException, IOException {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "CompactionBenchmark" -> {
                List<Integer> hour = numbers(arguments, AN_HOUR);
                CompactionBenchmark.run(hour.getFirst(), hour.size() > 1 ? hour.get(1) : AN_HOUR.getLast());
            }
            case "ErasureBenchmark" -> {
                List<Integer> lake = numbers(arguments, SMALL_LAKE);
                ErasureBenchmark.run(lake.get(0), lake.get(1), lake.size() > 2 ? lake.get(2) : lake.get(0));
            }
            case ErasureCost.ERASE -> new ErasureCost(Path.of(arguments[1])).ofErasing();
            case ErasureCost.HOLD -> new ErasureCost(Path.of(arguments[1])).ofHolding();
            default -> microbenchmarks(arguments);
        }
    }

    private static List<Integer> numbers(String[] arguments, List<Integer> otherwise) {
        return arguments.length == 1
                ? otherwise
                : Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
    }

    private static void microbenchmarks(String[] arguments) throws RunnerException, CommandLineOptionException {
        // What a function has on one virtual CPU: a garbage collector without threads of its own.
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .jvmArgsAppend("-XX:+UseSerialGC", "-Xms256m", "-Xmx256m")
                        .addProfiler(CpuTime.class)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .build())
                .run();
    }
}
