package dev.weir.core.intake;

import dev.weir.core.catalog.Rates;
import java.util.Map;
import java.util.Set;

/// What is agreed on with the holder of a credential.
///
/// @param allowedOrigins web origins that it may be used from, as [Origins] has them; none means that it is not bound
///     to any
/// @param limits those of the product's rates that are others for it, by the names of [Rates#with]
public record KeyTerms(Set<String> allowedOrigins, Map<String, Long> limits) {

    public static final KeyTerms NONE = new KeyTerms(Set.of(), Map.of());

    /// @throws IllegalArgumentException if an origin has another form, or a limit is not known or out of its range
    public KeyTerms {
        allowedOrigins = Origins.of(allowedOrigins);
        limits = Map.copyOf(limits);
        Rates.DEFAULT.with(limits);
    }

    /// What the holder may send over time, given what the product says.
    public Rates rates(Rates ofTheProduct) {
        return ofTheProduct.with(limits);
    }
}
