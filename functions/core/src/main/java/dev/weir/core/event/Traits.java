package dev.weir.core.event;

import java.util.Map;
import java.util.Optional;

/// What the address and the headers of a request tell of its sender, coarse enough to be kept.
///
/// @param context by stored field name: the country, the class of the device, the families of its operating system and
///     browser, and the trace
public record Traits(Map<String, String> context) {

    /// The stored field of the country.
    public static final String COUNTRY = "country";

    public static final Traits NONE = new Traits(Map.of());

    public Traits {
        context = Map.copyOf(context);
    }

    /// ISO 3166-1 alpha-2, where the address is known to be in one.
    public Optional<String> country() {
        return Optional.ofNullable(context.get(COUNTRY));
    }

    @Override
    public String toString() {
        return "Traits" + context.keySet();
    }
}
