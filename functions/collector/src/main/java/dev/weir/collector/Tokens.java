package dev.weir.collector;

/// What a request costs, or what is left of a lease: so many requests, and so many events.
record Tokens(long requests, long events) {

    static final Tokens NONE = new Tokens(0, 0);

    boolean cover(Tokens cost) {
        return requests >= cost.requests && events >= cost.events;
    }

    Tokens plus(Tokens more) {
        return new Tokens(requests + more.requests, events + more.events);
    }

    Tokens minus(Tokens cost) {
        return new Tokens(requests - cost.requests, events - cost.events);
    }

    Tokens atLeast(Tokens least) {
        return new Tokens(Math.max(requests, least.requests), Math.max(events, least.events));
    }

    Tokens atMost(Tokens most) {
        return new Tokens(Math.min(requests, most.requests), Math.min(events, most.events));
    }
}
