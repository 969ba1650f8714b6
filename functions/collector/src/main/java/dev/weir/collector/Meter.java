package dev.weir.collector;

import java.time.Duration;
import java.time.Instant;

/// What one instance may let pass of one credential: a small allowance that is never asked for, and a lease of tokens
/// that are taken from the reserve and lapse.
final class Meter {

    /// Tokens that were taken may be used for so long.
    static final Duration LEASE = Duration.ofSeconds(10);

    /// Part of a lease time's rate that an instance may let pass unasked, so that a quiet credential costs nothing.
    static final int UNASKED = 10_000;

    private static final int PARTS_OF_A_DAY = 100;

    private static final Duration SHORTEST_REFUSAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_REFUSAL = Duration.ofMinutes(1);
    private static final Duration SHORTEST_MEASURE = Duration.ofMillis(100);

    /// An instance asks for no more than this part of a full shard at once.
    private static final int PARTS = 20;

    private final Reserve reserve;
    private final Reserve.Account account;
    private Tokens unasked = Tokens.NONE;
    private Instant unaskedUntil = Instant.MIN;
    private Tokens leased = Tokens.NONE;
    private Instant leasedAt = Instant.EPOCH;
    private Tokens used = Tokens.NONE;
    private Allowance refusal = new Allowance.TooFast(Duration.ZERO);
    private Instant refusedUntil = Instant.MIN;
    private Instant refusalEnds = Instant.MIN;

    Meter(Reserve reserve, Reserve.Account account) {
        this.reserve = reserve;
        this.account = account;
    }

    /// Lets a request pass, or says why not.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException if the reserve is asked and does not answer
    synchronized Allowance ask(Tokens cost, Instant now) {
        if (now.isBefore(refusedUntil)) {
            return refusal(now);
        }
        if (now.isBefore(leasedAt.plus(LEASE)) && leased.cover(cost)) {
            leased = leased.minus(cost);
            return pass(cost);
        }
        if (unasked(now).cover(cost)) {
            unasked = unasked.minus(cost);
            return pass(cost);
        }
        return switch (reserve.take(account, cost, wanted(now).atLeast(cost), used.events())) {
            case Allowance.Granted(Tokens granted) -> lease(granted, cost, now);
            case Allowance.TooFast refused -> refuse(refused, refused.retryAfter(), now);
            case Allowance.UsedUp refused -> refuse(refused, refused.retryAfter(), now);
        };
    }

    private Allowance pass(Tokens cost) {
        used = used.plus(cost);
        return new Allowance.Granted(cost);
    }

    private Tokens unasked(Instant now) {
        if (!now.isBefore(unaskedUntil)) {
            unasked = unaskedOf(account.rates());
            unaskedUntil = now.plus(LEASE);
        }
        return unasked;
    }

    /// What an instance may let pass unasked in the time of a lease: so little of the rate, and, were it to go on
    /// so all day, so little of the day's events.
    static Tokens unaskedOf(ShardRates rates) {
        long lease = LEASE.toSeconds();
        long ofTheDay =
                rates.rates().eventsPerDay() * lease / (Duration.ofDays(1).toSeconds() * PARTS_OF_A_DAY);
        return new Tokens(
                rates.rates().requestsPerSecond() * lease / UNASKED,
                Math.min(rates.rates().eventsPerSecond() * lease / UNASKED, ofTheDay));
    }

    /// As much as would last half a lease, if it goes on as it did since the last one.
    private Tokens wanted(Instant now) {
        Duration since = Duration.between(leasedAt, now);
        long millis = Math.max(SHORTEST_MEASURE.toMillis(), since.toMillis());
        long half = LEASE.toMillis() / 2;
        Tokens capacity = account.rates().capacity();
        return new Tokens(used.requests() * half / millis, used.events() * half / millis)
                .atMost(new Tokens(capacity.requests() / PARTS, capacity.events() / PARTS));
    }

    private Allowance lease(Tokens granted, Tokens cost, Instant now) {
        leased = granted.minus(cost);
        leasedAt = now;
        used = cost;
        return new Allowance.Granted(cost);
    }

    private Allowance refuse(Allowance refused, Duration wait, Instant now) {
        Duration hold = wait.compareTo(LONGEST_REFUSAL) > 0 ? LONGEST_REFUSAL : wait;
        refusal = refused;
        refusedUntil = now.plus(hold.compareTo(SHORTEST_REFUSAL) < 0 ? SHORTEST_REFUSAL : hold);
        refusalEnds = now.plus(wait.compareTo(SHORTEST_REFUSAL) < 0 ? SHORTEST_REFUSAL : wait);
        return refusal(now);
    }

    private Allowance refusal(Instant now) {
        Duration left = Duration.between(now, refusalEnds);
        return switch (refusal) {
            case Allowance.UsedUp _ -> new Allowance.UsedUp(left);
            case Allowance.Granted _, Allowance.TooFast _ -> new Allowance.TooFast(left);
        };
    }
}
