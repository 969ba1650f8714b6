package dev.weir.core.event;

import java.util.Map;
import java.util.Optional;

/// What an event says its person agreed to. A purpose that is not mentioned is not decided here.
public record ConsentSignals(Map<Purpose, Boolean> byPurpose) {

    public ConsentSignals {
        byPurpose = Map.copyOf(byPurpose);
    }

    public Optional<Boolean> given(Purpose purpose) {
        return Optional.ofNullable(byPurpose.get(purpose));
    }
}
