package dev.weir.collector;

import dev.weir.core.event.ClientAddress;
import dev.weir.core.intake.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out which address a request came from. The gateway's word counts. Where proxies of one's own stand before the
/// gateway, the gateway sees the last of them, and each has added to `X-Forwarded-For` whom it saw; what is further
/// left in that header, anybody may have written.
final class ClientAddresses {

    private static final String FORWARDED = "x-forwarded-for";

    private final int trustedHops;

    /// @param trustedHops how many proxies stand before the gateway; with 0 the header is not read
    /// @throws IllegalArgumentException if it is negative
    ClientAddresses(int trustedHops) {
        if (trustedHops < 0) {
            throw new IllegalArgumentException("trusted hops: must be 0 or more");
        }
        this.trustedHops = trustedHops;
    }

    /// The address; null where there is none, it cannot be read, or the request came past the proxies.
    @Nullable
    ClientAddress of(HttpRequest request) {
        List<String> seen = new ArrayList<>();
        if (trustedHops > 0) {
            request.header(FORWARDED).ifPresent(list -> seen.addAll(Arrays.asList(list.split(",", -1))));
        }
        seen.add(request.sourceIp() == null ? "" : request.sourceIp());
        int client = seen.size() - 1 - trustedHops;
        return client < 0 ? null : parse(seen.get(client).strip());
    }

    private static @Nullable ClientAddress parse(String literal) {
        try {
            return literal.isEmpty() ? null : ClientAddress.of(withoutPort(literal));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Some proxies write `203.0.113.7:4711` or `[2001:db8::7]:4711`.
    private static String withoutPort(String literal) {
        if (literal.startsWith("[") && literal.contains("]")) {
            return literal.substring(1, literal.indexOf(']'));
        }
        int colon = literal.indexOf(':');
        return colon > 0 && colon == literal.lastIndexOf(':') ? literal.substring(0, colon) : literal;
    }
}
