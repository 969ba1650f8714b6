package dev.weir.schemas.scaffold;

import dev.weir.core.event.Source;
import java.util.Optional;

/// An event that somebody wants to add to a product.
///
/// @param name as in `playback.started`
public record NewEvent(String product, String name, Wishes wishes) {

    /// What was said about it. What was not is decided by the product's other events.
    ///
    /// @param category the group of events that it belongs to
    public record Wishes(
            Optional<String> purpose, Optional<Source> source, Optional<String> category, Optional<String> retention) {

        public static final Wishes NONE =
                new Wishes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
