package dev.weir.collector;

import dev.weir.core.catalog.Limits;
import dev.weir.core.intake.WriteKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/// Holds each credential to what it may send over time. Where the reserve is out of reach everything passes: events
/// that are lost are worse than events that are too many.
final class RateLimits {

    private static final Logger LOG = Logger.getLogger(RateLimits.class);

    /// After trouble the reserve is left alone for so long.
    private static final Duration TROUBLE = Duration.ofSeconds(5);

    private final Reserve reserve;
    private final Clock clock;
    private final Map<String, Meter> meters = new ConcurrentHashMap<>();
    private volatile Instant troubleUntil = Instant.MIN;

    RateLimits(Reserve reserve, Clock clock) {
        this.reserve = reserve;
        this.clock = clock;
    }

    /// Whether a request may pass.
    ///
    /// @param limits of the caller's product
    /// @param events how many the request has
    Allowance ask(Caller caller, Limits limits, int events) {
        Tokens cost = new Tokens(1, events);
        Instant now = clock.instant();
        if (now.isBefore(troubleUntil)) {
            return new Allowance.Granted(cost);
        }
        try {
            return meters.computeIfAbsent(caller.keyId(), _ -> meter(caller, limits))
                    .ask(cost, now);
        } catch (SdkException e) {
            troubleUntil = now.plus(TROUBLE);
            LOG.warnf(
                    "rate limits not checked for %d seconds product=%s reason=%s",
                    TROUBLE.toSeconds(),
                    caller.credential().product(),
                    e.getClass().getSimpleName());
            return new Allowance.Granted(cost);
        }
    }

    private Meter meter(Caller caller, Limits limits) {
        ShardRates rates = ShardRates.of(caller.terms().rates(limits.rates()), limits.events());
        return new Meter(reserve, new Reserve.Account(WriteKeys.hash(caller.keyId()), rates));
    }
}
