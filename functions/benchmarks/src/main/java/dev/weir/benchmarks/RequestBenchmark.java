package dev.weir.benchmarks;

import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.consent.ConsentedEvent;
import dev.weir.core.enrich.Enriched;
import dev.weir.core.event.RawEvent;
import dev.weir.core.privacy.PseudonymousEvent;
import dev.weir.core.privacy.StrippedEvent;
import dev.weir.stream.RecordTooLarge;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The collector's work on a request of ten events and 5 KB, stage by stage and as a whole.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 25, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RequestBenchmark {

    private final RequestSteps steps = new RequestSteps();

    @Benchmark
    public List<RawEvent> read() {
        return steps.read();
    }

    @Benchmark
    public List<ValidEvent> validate() {
        return steps.validate();
    }

    @Benchmark
    public List<ConsentedEvent> enforce() {
        return steps.enforce();
    }

    @Benchmark
    public List<StrippedEvent> strip() {
        return steps.strip();
    }

    @Benchmark
    public List<PseudonymousEvent> pseudonymise() {
        return steps.pseudonymise();
    }

    @Benchmark
    public List<Enriched> enrich() {
        return steps.enrich();
    }

    @Benchmark
    public byte[] frame() throws RecordTooLarge {
        return steps.frame();
    }

    @Benchmark
    public byte[] whole() throws RecordTooLarge {
        return steps.whole();
    }
}
