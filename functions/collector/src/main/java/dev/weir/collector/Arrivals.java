package dev.weir.collector;

import dev.weir.core.event.Arrival;
import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.Hints;
import dev.weir.core.event.Source;
import dev.weir.core.event.Traits;
import dev.weir.core.intake.HttpRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Notes how a request arrived: from where, and what its headers say of the sender. Once per request, so that its
/// events share the cost.
final class Arrivals {

    private final ClientAddresses addresses;
    private final Function<ClientAddress, Map<String, String>> places;

    /// @param places context fields that tell where an address is; none where that is not known
    Arrivals(ClientAddresses addresses, Function<ClientAddress, Map<String, String>> places) {
        this.addresses = addresses;
        this.places = places;
    }

    /// @param source of the request's credential. The address and user agent of a backend are not its users': they
    ///     decide nothing, and are not looked up.
    Arrival of(HttpRequest request, Source source, Stamp stamp) {
        @Nullable ClientAddress address = addresses.of(request);
        Hints hints = new Hints(objects(request), request.header("user-agent").orElse(null));
        Map<String, String> traits = new HashMap<>();
        request.header("traceparent").flatMap(TraceParent::traceId).ifPresent(id -> traits.put("trace_id", id));
        if (source == Source.CLIENT) {
            traits.putAll(ofPerson(address, hints));
        }
        return new Arrival(stamp.batchId(), stamp.receivedAt(), address, hints, new Traits(traits));
    }

    private Map<String, String> ofPerson(@Nullable ClientAddress address, Hints hints) {
        Map<String, String> traits = new HashMap<>();
        if (address != null) {
            traits.putAll(places.apply(address));
        }
        String userAgent = hints.userAgent();
        if (userAgent != null) {
            traits.putAll(UserAgents.of(userAgent));
        }
        return traits;
    }

    private static boolean objects(HttpRequest request) {
        return isOne(request, "sec-gpc") || isOne(request, "dnt");
    }

    /// A header that was sent several times has its values with commas between them; one is enough.
    private static boolean isOne(HttpRequest request, String header) {
        return request.header(header)
                .filter(value -> Arrays.stream(value.split(",", -1))
                        .anyMatch(one -> one.strip().equals("1")))
                .isPresent();
    }
}
