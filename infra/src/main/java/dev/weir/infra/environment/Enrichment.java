package dev.weir.infra.environment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the collector looks things up in. Both come from one Lambda layer, whose files are in `/opt` of the function.
///
/// @param layer ARN of a version of a layer of this region; absent where nothing is looked up
/// @param geoDatabase path of a MaxMind database in the layer; absent where countries are not looked up
/// @param lookups path of a folder of lookup tables in the layer; absent where there are none
public record Enrichment(
        @Nullable String layer,
        @JsonProperty("geo-database") @Nullable String geoDatabase,
        @Nullable String lookups) {

    private static final Pattern LAYER =
            Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:layer:[^:]+:[0-9]+");
    private static final Pattern PATH = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._/-]*");

    public Enrichment {
        if (layer != null) {
            Rules.form("enrichment.layer", layer, LAYER, "the ARN of a version of a Lambda layer");
        }
        path("enrichment.geo-database", geoDatabase);
        path("enrichment.lookups", lookups);
        if ((layer == null) != (geoDatabase == null && lookups == null)) {
            throw new InvalidEnvironment(
                    "enrichment: a layer needs geo-database, lookups or both, and these need a layer");
        }
    }

    private static void path(String field, @Nullable String path) {
        if (path != null) {
            Rules.form(field, path, PATH, "a path in the layer, without a slash at the start");
        }
    }
}
