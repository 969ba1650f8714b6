package dev.weir.local.stack;

import dev.weir.local.gateway.Route;
import dev.weir.local.lambda.FunctionSpec;
import dev.weir.local.mapping.MappingSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The functions, what feeds them, and what they are told of their surroundings.
///
/// @param writeKeys file of the write keys
/// @param pseudonymKeys file of the pseudonym keys
record Functions(Artifacts artifacts, Services services, Path writeKeys, Path pseudonymKeys) {

    private static final Duration API_TIMEOUT = Duration.ofSeconds(29);
    private static final Duration CONSUMER_TIMEOUT = Duration.ofMinutes(1);

    List<FunctionSpec> all() {
        return List.of(
                new FunctionSpec("collector", artifacts.function("collector"), collector(), API_TIMEOUT, 256, 2),
                new FunctionSpec(
                        "lake-writer", artifacts.function("lake-writer"), lakeWriter(), CONSUMER_TIMEOUT, 512, 1),
                new FunctionSpec("counters", artifacts.funqy("counters"), counters("count"), CONSUMER_TIMEOUT, 256, 1),
                new FunctionSpec("counters-api", artifacts.funqy("counters"), counters("query"), API_TIMEOUT, 256, 1));
    }

    static List<Route> routes() {
        return List.of(
                new Route("POST", "/v1/events", "collector"),
                new Route("GET", "/health", "collector"),
                new Route("GET", "/v1/counters/{product}/{counter}", "counters-api"));
    }

    /// No bisecting: what a consumer has written is named after the first record of a batch, and bisecting moves that.
    static List<MappingSpec> mappings() {
        return List.of(mapping("lake-writer", 5_000, Duration.ofSeconds(2)), mapping("counters", 500, Duration.ZERO));
    }

    private static MappingSpec mapping(String function, int batchSize, Duration window) {
        return new MappingSpec(
                function, Resources.STREAM, function, batchSize, window, true, false, -1, Duration.ofDays(1));
    }

    private Map<String, String> collector() {
        Map<String, String> environment = common();
        environment.put("WEIR_STREAM", Resources.STREAM);
        environment.put("WEIR_WRITE_KEYS", writeKeys.toString());
        environment.put("WEIR_PSEUDONYM_KEYS", pseudonymKeys.toString());
        return environment;
    }

    private Map<String, String> lakeWriter() {
        Map<String, String> environment = common();
        environment.put("WEIR_LAKE_BUCKET", Resources.LAKE_BUCKET);
        environment.put("WEIR_QUARANTINE_BUCKET", Resources.QUARANTINE_BUCKET);
        environment.put("WEIR_S3_PATH_STYLE", "true");
        return environment;
    }

    private Map<String, String> counters(String export) {
        Map<String, String> environment = common();
        environment.put("WEIR_COUNTERS_TABLE", Resources.COUNTERS_TABLE);
        environment.put("WEIR_WRITE_KEYS", writeKeys.toString());
        environment.put("QUARKUS_FUNQY_EXPORT", export);
        return environment;
    }

    private Map<String, String> common() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", Clients.REGION);
        environment.put("AWS_ACCESS_KEY_ID", Clients.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", Clients.SECRET_KEY);
        environment.put("AWS_ENDPOINT_URL_KINESIS", services.kinesis().toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", services.dynamoDb().toString());
        environment.put("AWS_ENDPOINT_URL_S3", services.s3().toString());
        return environment;
    }
}
