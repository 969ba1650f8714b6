package dev.weir.infra.environment;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// How much the stream takes.
///
/// @param shards given for [Profile#STEADY], and for it only: 1 to 500
public record Capacity(Profile profile, @Nullable Integer shards) {

    /// The shapes of load that are provided for.
    public enum Profile {
        @JsonProperty("small")
        SMALL,
        @JsonProperty("steady")
        STEADY,
        @JsonProperty("on-demand")
        ON_DEMAND
    }

    private static final int MOST_SHARDS = 500;

    public Capacity {
        if (profile == Profile.STEADY && shards == null) {
            throw new InvalidEnvironment("capacity.shards: the profile 'steady' needs a number of shards");
        }
        if (profile != Profile.STEADY && shards != null) {
            throw new InvalidEnvironment("capacity.shards: only the profile 'steady' has a number of shards");
        }
        if (shards != null) {
            Rules.range("capacity.shards", shards, 1, MOST_SHARDS);
        }
    }
}
