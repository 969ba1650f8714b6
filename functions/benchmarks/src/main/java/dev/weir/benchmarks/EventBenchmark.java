package dev.weir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.event.Outcome;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Violation;
import dev.weir.core.intake.Verdict;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The way of one event of 1.1 KB: read, validated, admitted.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EventBenchmark {

    private final EventSteps steps = new EventSteps();

    @Benchmark
    public JsonNode parse() throws IOException {
        return steps.parse();
    }

    @Benchmark
    public RawEvent read() {
        return steps.read();
    }

    @Benchmark
    public Outcome<ValidEvent> validate() {
        return steps.validate();
    }

    @Benchmark
    public List<Violation> schemas() {
        return steps.schemas();
    }

    @Benchmark
    public List<Violation> schemasByLibrary() {
        return steps.schemasByLibrary();
    }

    @Benchmark
    public Verdict admit() {
        return steps.admit();
    }
}
