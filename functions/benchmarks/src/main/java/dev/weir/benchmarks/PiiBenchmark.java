package dev.weir.benchmarks;

import dev.weir.core.event.Outcome;
import dev.weir.core.privacy.StrippedEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Looking for personal data in one event of 1.1 KB that has none, as nearly all have none.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PiiBenchmark {

    private final PiiSteps declared = PiiSteps.declared();
    private final PiiSteps open = PiiSteps.open();

    /// Short values that the catalog describes, each on its own.
    @Benchmark
    public Outcome<StrippedEvent> stripDeclared() {
        return declared.strip();
    }

    /// A log entry: a message, a stack trace, and members that nobody declared, whose keys are judged as well.
    @Benchmark
    public Outcome<StrippedEvent> stripOpen() {
        return open.strip();
    }
}
