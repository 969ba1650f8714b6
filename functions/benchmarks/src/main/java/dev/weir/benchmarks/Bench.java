package dev.weir.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs benchmarks, one thread each, with the CPU time beside the time that passed. Takes the arguments of JMH: names
/// to
/// look for first, `-h` for the others.
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
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
