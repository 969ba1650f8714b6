package dev.weir.collector;

import dev.weir.core.catalog.Limits;
import dev.weir.core.catalog.Rates;
import dev.weir.core.event.Claims;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import dev.weir.core.intake.KeyTerms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Instances of the function that share a table, and one sender.
record Instances(FakeDynamo dynamo, List<RateLimits> all, Rates rates) {

    static final Caller CALLER =
            new Caller(new Credential("shop", "acme", Source.CLIENT), Claims.NONE, "a credential", KeyTerms.NONE);

    static Instances of(int count, Rates rates, Clock clock) {
        FakeDynamo dynamo = new FakeDynamo();
        return new Instances(
                dynamo,
                IntStream.range(0, count)
                        .mapToObj(i -> new RateLimits(
                                new Reserve(
                                        new IntakeTable(dynamo, "weir-intake-test"), clock, new SplittableRandom(i)),
                                clock))
                        .toList(),
                rates);
    }

    Allowance ask(int instance, int events) {
        return all.get(instance).ask(CALLER, new Limits(20, 1, 1, Duration.ZERO, rates), events);
    }

    boolean passes(int instance, int events) {
        return ask(instance, events) instanceof Allowance.Granted;
    }
}
