package dev.weir.local.emulators.kinesis;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a stream is, as kept beside its shards.
///
/// @param created when, in seconds since 1970
record StreamSpec(
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty(value = "shards", required = true) int shards,
        @JsonProperty(value = "created", required = true) long created) {}
