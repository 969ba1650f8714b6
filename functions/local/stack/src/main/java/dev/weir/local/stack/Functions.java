package dev.weir.local.stack;

import dev.weir.local.gateway.Route;
import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.FunctionSpec;
import dev.weir.local.lambda.Schedule;
import dev.weir.local.mapping.MappingSpec;
import dev.weir.local.mapping.QueueMappingSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The functions, what feeds them, and what they are told of their surroundings.
///
/// @param keys what senders and privacy officers are known by, and pseudonyms made with
/// @param issuers file of the issuers of access tokens
record Functions(Artifacts artifacts, Services services, LocalKeys.KeyFiles keys, Path issuers) {

    private static final Duration API_TIMEOUT = Duration.ofSeconds(29);
    private static final Duration CONSUMER_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /// What the collector looks things up in: taken from the launcher's own environment, for who wants to try it.
    private static final List<String> LOOKED_UP_IN = List.of("WEIR_GEO_DATABASE", "WEIR_LOOKUPS", "WEIR_TRUSTED_HOPS");

    /// A landing takes a second here; where the lake-writer may take longer, this must be its timeout.
    private static final Duration SETTLE = Duration.ofSeconds(3);

    /// The list of objections is never out of reach here for long.
    private static final Duration HOLD = Duration.ofSeconds(3);

    /// A record may wait in the surge queue, then for a day in the stream, and then be given up.
    private static final Duration IN_FLIGHT = Resources.SURGE_KEEPS.plusHours(25);

    /// The deployment of our own lists.
    static Deployment on(Site site) {
        Tenancy.requireOurs(site.state().root());
        Resources.create(site.clients());
        Functions functions = new Functions(
                site.artifacts(),
                site.services(),
                site.settings().keys(),
                site.settings().issuers());
        return new Deployment(
                functions.all(),
                invocable().stream().collect(Collectors.toMap(name -> name, name -> name)),
                new Deployment.Triggers(
                        routes(), mappings(), List.of(queueMapping()), schedule(), Resources.FAILED_BUCKET));
    }

    List<FunctionSpec> all() {
        return List.of(
                new FunctionSpec("collector", artifacts.function("collector"), collector(), API_TIMEOUT, 256, 2),
                new FunctionSpec("surge", artifacts.function("surge"), surge(), CONSUMER_TIMEOUT, 256, 1),
                new FunctionSpec(
                        "lake-writer", artifacts.function("lake-writer"), lakeWriter(), CONSUMER_TIMEOUT, 512, 1),
                new FunctionSpec("replay", artifacts.function("lake-writer"), replay(), CONSUMER_TIMEOUT, 512, 1),
                new FunctionSpec(
                        "counters-replay", artifacts.funqy("counters"), counters("recount"), CONSUMER_TIMEOUT, 256, 1),
                new FunctionSpec("compactor", artifacts.function("compactor"), compactor(), LONGEST, 1024, 1),
                new FunctionSpec("counters", artifacts.funqy("counters"), counters("count"), CONSUMER_TIMEOUT, 256, 1),
                new FunctionSpec("counters-api", artifacts.funqy("counters"), countersApi(), API_TIMEOUT, 256, 1),
                new FunctionSpec("privacy", artifacts.funqy("privacy"), privacy(), LONGEST, 1024, 1),
                new FunctionSpec("privacy-api", artifacts.funqy("privacy"), privacyDesk(), API_TIMEOUT, 256, 1),
                new FunctionSpec("retention", artifacts.function("retention"), retention(), LONGEST, 1024, 1));
    }

    static List<Route> routes() {
        return List.of(
                new Route("POST", "/v1/events", "collector"),
                // Preflights: the function answers them, for it decides what pages may know.
                new Route("OPTIONS", "/v1/events", "collector"),
                new Route("GET", "/health", "collector"),
                new Route("GET", "/v1/counters/{product}/{counter}", "counters-api"),
                new Route("POST", "/v1/privacy/requests", "privacy-api"),
                new Route("GET", "/v1/privacy/requests/{id}", "privacy-api"));
    }

    /// Functions that people may invoke by name.
    static Set<String> invocable() {
        return Set.of("compactor", "privacy", "replay", "counters-replay", "retention");
    }

    /// Compaction: every hour what is new; every day also what came late, and yesterday as a whole. Privacy:
    /// what is due. Retention: every day.
    static List<Schedule.Rule> schedule() {
        return List.of(
                new Schedule.Rule("compactor", json("{\"extent\":\"hours\",\"days\":2}"), Duration.ofHours(1)),
                new Schedule.Rule("compactor", json("{\"extent\":\"days\",\"days\":8}"), Duration.ofDays(1)),
                new Schedule.Rule("privacy", json("{}"), Duration.ofMinutes(5)),
                new Schedule.Rule("retention", json("{}"), Duration.ofDays(1)));
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// No bisecting and no partial failures: what a consumer has written is named after the first record of a batch,
    /// and both move that.
    static List<MappingSpec> mappings() {
        return List.of(mapping("lake-writer", 5_000, Duration.ofSeconds(2)), mapping("counters", 500, Duration.ZERO));
    }

    static QueueMappingSpec queueMapping() {
        return new QueueMappingSpec("surge", Resources.SURGE_QUEUE, "surge", 10);
    }

    /// Retried until two hours before the stream forgets its records.
    private static MappingSpec mapping(String function, int batchSize, Duration window) {
        return new MappingSpec(
                function, Resources.STREAM, function, batchSize, window, false, false, -1, Duration.ofHours(22));
    }

    private Map<String, String> collector() {
        Map<String, String> environment = common();
        environment.put("WEIR_STREAM", Resources.STREAM);
        environment.put("WEIR_SURGE_QUEUE", services.sqs() + "/" + Account.LOCAL.id() + "/" + Resources.SURGE_QUEUE);
        environment.put("WEIR_INTAKE_TABLE", Resources.INTAKE_TABLE);
        environment.put("WEIR_OBJECTIONS_TABLE", Resources.OBJECTIONS_TABLE);
        environment.put("WEIR_OBJECTIONS_HOLD", HOLD.toString());
        environment.put("WEIR_WRITE_KEYS", keys.writeKeys().toString());
        environment.put("WEIR_PSEUDONYM_KEYS", keys.pseudonymKeys().toString());
        environment.put("WEIR_ISSUERS", issuers.toString());
        for (String setting : LOOKED_UP_IN) {
            Optional.ofNullable(System.getenv(setting)).ifPresent(value -> environment.put(setting, value));
        }
        return environment;
    }

    private Map<String, String> surge() {
        Map<String, String> environment = common();
        environment.put("WEIR_STREAM", Resources.STREAM);
        environment.put("WEIR_SURGE_KEEPS", Resources.SURGE_KEEPS.toString());
        return environment;
    }

    private Map<String, String> lakeWriter() {
        Map<String, String> environment = common();
        environment.put("WEIR_LAKE_BUCKET", Resources.LAKE_BUCKET);
        environment.put("WEIR_QUARANTINE_BUCKET", Resources.QUARANTINE_BUCKET);
        environment.put("WEIR_S3_PATH_STYLE", "true");
        return environment;
    }

    private Map<String, String> replay() {
        Map<String, String> environment = lakeWriter();
        environment.put("QUARKUS_LAMBDA_HANDLER", "replay");
        environment.put("WEIR_FAILED_BUCKET", Resources.FAILED_BUCKET);
        environment.put("WEIR_REPLAY_OF", "lake-writer");
        return environment;
    }

    private Map<String, String> compactor() {
        Map<String, String> environment = common();
        environment.put("WEIR_LAKE_BUCKET", Resources.LAKE_BUCKET);
        environment.put("WEIR_S3_PATH_STYLE", "true");
        return environment;
    }

    private Map<String, String> counters(String export) {
        Map<String, String> environment = common();
        environment.put("WEIR_COUNTERS_TABLE", Resources.COUNTERS_TABLE);
        environment.put("QUARKUS_FUNQY_EXPORT", export);
        return environment;
    }

    private Map<String, String> countersApi() {
        Map<String, String> environment = counters("query");
        environment.put("WEIR_WRITE_KEYS", keys.writeKeys().toString());
        return environment;
    }

    private Map<String, String> privacyDesk() {
        Map<String, String> environment = common();
        environment.put("WEIR_PRIVACY_TABLE", Resources.PRIVACY_TABLE);
        environment.put("WEIR_EXPORTS_BUCKET", Resources.EXPORTS_BUCKET);
        environment.put("WEIR_S3_PATH_STYLE", "true");
        environment.put("WEIR_PRIVACY_KEYS", keys.privacyKeys().toString());
        environment.put("WEIR_PSEUDONYM_KEYS", keys.pseudonymKeys().toString());
        environment.put("QUARKUS_FUNQY_EXPORT", "desk");
        return environment;
    }

    private Map<String, String> privacy() {
        Map<String, String> environment = common();
        environment.put("WEIR_PRIVACY_TABLE", Resources.PRIVACY_TABLE);
        environment.put("WEIR_PRIVACY_SETTLE", SETTLE.toString());
        environment.put("WEIR_PRIVACY_RUN", LONGEST.minusMinutes(2).toString());
        environment.put("WEIR_OBJECTIONS_TABLE", Resources.OBJECTIONS_TABLE);
        environment.put("WEIR_OBJECTIONS_HOLD", HOLD.toString());
        environment.put("WEIR_EXPORTS_BUCKET", Resources.EXPORTS_BUCKET);
        environment.put("WEIR_PRIVACY_IN_FLIGHT", IN_FLIGHT.toString());
        environment.put("WEIR_LAKE_BUCKET", Resources.LAKE_BUCKET);
        environment.put("WEIR_QUARANTINE_BUCKET", Resources.QUARANTINE_BUCKET);
        environment.put("WEIR_FAILED_BUCKET", Resources.FAILED_BUCKET);
        environment.put("WEIR_AUDIT_BUCKET", Resources.AUDIT_BUCKET);
        environment.put("WEIR_EVIDENCE_KEY", keys.evidenceKey().toString());
        environment.put("WEIR_S3_PATH_STYLE", "true");
        environment.put("QUARKUS_FUNQY_EXPORT", "work");
        return environment;
    }

    private Map<String, String> retention() {
        Map<String, String> environment = common();
        environment.put("WEIR_LAKE_BUCKET", Resources.LAKE_BUCKET);
        environment.put("WEIR_QUARANTINE_BUCKET", Resources.QUARANTINE_BUCKET);
        environment.put("WEIR_FAILED_BUCKET", Resources.FAILED_BUCKET);
        environment.put("WEIR_AUDIT_BUCKET", Resources.AUDIT_BUCKET);
        environment.put("WEIR_S3_PATH_STYLE", "true");
        return environment;
    }

    private Map<String, String> common() {
        return Site.variables(services);
    }
}
