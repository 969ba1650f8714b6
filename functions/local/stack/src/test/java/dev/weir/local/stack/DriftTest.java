package dev.weir.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.emulators.sqs.QueueSpec;
import dev.weir.local.gateway.Route;
import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.FunctionSpec;
import dev.weir.local.lambda.Schedule;
import dev.weir.local.mapping.MappingSpec;
import dev.weir.local.mapping.QueueReader;
import dev.weir.local.mapping.ShardReader;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import dev.weir.local.template.Templates;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./weir up` runs this machine's own lists, and `./weir up --from-template` what ships. Where both must be the
/// same, one that is changed without the other fails here.
class DriftTest {

    private static final String PREFIX = "weir-trial-";

    /// Where the start script of a deployed function finds its files; here they are files from the beginning.
    private static final Set<String> OF_THE_START_SCRIPT = Set.of("WEIR_SETTINGS_BUCKET", "WEIR_SETTINGS_FILES");

    private static final Set<String> OF_THIS_MACHINE = Set.of("WEIR_S3_PATH_STYLE");

    /// An environment decides whether it has a queue for what the stream refuses; `trial` has none.
    private static final String DRAIN = "surge";

    private static final String QUEUE = "WEIR_SURGE_QUEUE";

    /// What differs on purpose: a person who tries something out waits for a row, and does not pay for a small object.
    private static final Map<String, Duration> SHORTER_WINDOWS = Map.of("lake-writer", Duration.ofSeconds(2));

    @TempDir
    private Path folder;

    private Deployment deployed = new Deployment(
            List.of(), Map.of(), new Deployment.Triggers(List.of(), List.of(), List.of(), List.of(), ""));

    private List<FunctionSpec> ours = List.of();
    private List<Route> restRoutes = List.of();
    private List<ResolvedStack> stacks = List.of();

    @BeforeEach
    void readBoth() throws IOException {
        Artifacts artifacts = new Artifacts(Path.of(System.getProperty("weir.root")));
        StateFolder state = new StateFolder(folder);
        Catalog catalog = Catalog.load();
        LocalKeys.KeyFiles keys = LocalKeys.ensure(state.secrets(), catalog.productNames());
        Path issuers = LocalIssuers.write(state, catalog, URI.create("http://127.0.0.1:1"));
        Services services = new Nowhere();
        ours = new Functions(artifacts, services, keys, issuers)
                .all().stream()
                        .filter(function -> !function.name().equals(DRAIN))
                        .toList();
        Templates templates = Templates.in(artifacts.root().resolve("infra/src/test/golden/trial"));
        stacks = templates.resolve(Account.LOCAL);
        try (Clients clients = Clients.of(services)) {
            Site site = new Site(artifacts, state, services, clients, new Site.Settings(keys, issuers));
            DeployedFunctions functions = new DeployedFunctions(stacks.get(2), templates.environment(), site);
            Deployment.Triggers triggers = new DeployedTriggers(stacks.get(2), functions).all();
            deployed = new Deployment(functions.all(), Map.of(), triggers);
            ResolvedStack rest = Templates.in(artifacts.root().resolve("infra/src/test/golden/firewall"))
                    .resolve(Account.LOCAL)
                    .get(2);
            restRoutes = new DeployedTriggers(rest, new DeployedFunctions(rest, "firewall", site))
                    .all()
                    .routes();
        }
    }

    @Test
    void functionsAreTheSame() {
        assertThat(names(deployed.functions())).isEqualTo(names(ours));
    }

    @Test
    void packagesAndTimeoutsAreTheSame() {
        assertThat(by(deployed.functions(), FunctionSpec::code)).isEqualTo(by(ours, FunctionSpec::code));
        assertThat(by(deployed.functions(), FunctionSpec::timeout)).isEqualTo(by(ours, FunctionSpec::timeout));
    }

    @Test
    void functionsAreToldTheSameVariables() {
        assertThat(by(deployed.functions(), DriftTest::variables)).isEqualTo(by(ours, DriftTest::variables));
    }

    @Test
    void aVariantIsChosenByTheSameValue() {
        Function<FunctionSpec, String> variant =
                function -> function.environment().getOrDefault("QUARKUS_FUNQY_EXPORT", "");
        assertThat(by(deployed.functions(), variant)).isEqualTo(by(ours, variant));
    }

    @Test
    void routesAreTheSame() {
        assertThat(deployed.triggers().routes().stream()
                        .map(route -> route.method() + " " + route.template() + " " + shortName(route.function())))
                .containsExactlyInAnyOrderElementsOf(Functions.routes().stream()
                        .map(route -> route.method() + " " + route.template() + " " + route.function())
                        .toList());
    }

    @Test
    void aRestApiHasTheSameRoutes() {
        assertThat(restRoutes)
                .containsExactlyInAnyOrderElementsOf(Functions.routes().stream()
                        .map(route -> new Route(
                                route.method(),
                                route.template(),
                                "weir-firewall-" + route.function(),
                                Route.Payload.REST))
                        .toList());
    }

    @Test
    void mappingsAreTheSameButForWindowsThatAreShorterHere() {
        assertThat(deployed.triggers().mappings().stream().map(DriftTest::onThisMachine))
                .containsExactlyInAnyOrderElementsOf(Functions.mappings());
        assertThat(deployed.triggers().mappings())
                .filteredOn(mapping -> SHORTER_WINDOWS.containsKey(mapping.name()))
                .hasSameSizeAs(SHORTER_WINDOWS.keySet())
                .allSatisfy(mapping -> assertThat(mapping.window()).isGreaterThan(SHORTER_WINDOWS.get(mapping.name())));
    }

    @Test
    void schedulesAreTheSame() {
        assertThat(deployed.triggers().schedule().stream().map(DriftTest::text))
                .containsExactlyInAnyOrderElementsOf(
                        Functions.schedule().stream().map(DriftTest::text).toList());
    }

    @Test
    void whatHoldsDataIsTheSame() {
        assertThat(data("AWS::DynamoDB::Table"))
                .containsExactlyInAnyOrder(
                        Resources.COUNTERS_TABLE,
                        Resources.INTAKE_TABLE,
                        Resources.OBJECTIONS_TABLE,
                        Resources.PRIVACY_TABLE);
        assertThat(data("AWS::Kinesis::Stream")).containsExactly(Resources.STREAM);
        assertThat(data("AWS::S3::Bucket"))
                .as("besides those of releases, settings and results of queries, which this machine keeps as files")
                .contains(
                        Resources.LAKE_BUCKET,
                        Resources.QUARANTINE_BUCKET,
                        Resources.FAILED_BUCKET,
                        Resources.AUDIT_BUCKET,
                        Resources.EXPORTS_BUCKET);
    }

    private Set<String> data(String type) {
        return stacks.stream()
                .flatMap(stack -> stack.of(type))
                .map(Resource::physicalId)
                .map(name -> "weir-" + shortName(name).replace("-000000000000", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static MappingSpec onThisMachine(MappingSpec mapping) {
        return new MappingSpec(
                mapping.name(),
                "weir-" + shortName(mapping.stream()),
                shortName(mapping.function()),
                mapping.batchSize(),
                SHORTER_WINDOWS.getOrDefault(mapping.name(), mapping.window()),
                mapping.reportBatchItemFailures(),
                mapping.bisectOnError(),
                mapping.maximumRetries(),
                mapping.maximumRecordAge());
    }

    private static String text(Schedule.Rule rule) {
        return shortName(rule.function()) + " every " + rule.rate() + " "
                + new String(rule.payload(), StandardCharsets.UTF_8);
    }

    private static Set<String> variables(FunctionSpec function) {
        Set<String> names = new TreeSet<>(function.environment().keySet());
        names.removeAll(OF_THE_START_SCRIPT);
        names.removeAll(OF_THIS_MACHINE);
        names.remove(QUEUE);
        names.removeIf(name -> name.startsWith("AWS_"));
        return names;
    }

    private static Set<String> names(List<FunctionSpec> functions) {
        return by(functions, FunctionSpec::name).keySet();
    }

    private static <T> Map<String, T> by(List<FunctionSpec> functions, Function<FunctionSpec, T> what) {
        Map<String, T> by = new TreeMap<>();
        functions.forEach(function -> by.put(shortName(function.name()), what.apply(function)));
        return by;
    }

    private static String shortName(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /// Services that nobody asks anything of.
    private record Nowhere() implements Services {
        @Override
        public URI kinesis() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public URI dynamoDb() {
            return kinesis();
        }

        @Override
        public URI s3() {
            return kinesis();
        }

        @Override
        public URI sqs() {
            return kinesis();
        }

        @Override
        public ShardReader shards() {
            throw new UnsupportedOperationException();
        }

        @Override
        public QueueReader queues() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void make(QueueSpec queue) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
