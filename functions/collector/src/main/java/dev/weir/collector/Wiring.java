package dev.weir.collector;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.enrich.LookupTables;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.WriteKey;
import dev.weir.core.intake.WriteKeys;
import dev.weir.stream.EventPublisher;
import dev.weir.stream.KinesisClients;
import dev.weir.stream.Patience;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.SqsClients;
import dev.weir.stream.StreamProbe;
import dev.weir.stream.SurgeQueue;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What the collector is made of. Settings: `WEIR_STREAM`, `WEIR_INTAKE_TABLE`, `WEIR_OBJECTIONS_TABLE`,
/// `WEIR_WRITE_KEYS` (a file),
/// `WEIR_PSEUDONYM_KEYS` (a file, or the ARN of a secret), `WEIR_ISSUERS` (a file, where access tokens are
/// taken), and the AWS SDK's own. They may also have `WEIR_OBJECTIONS_HOLD` (a duration), `WEIR_GEO_DATABASE` (a file),
/// `WEIR_LOOKUPS` (a folder), `WEIR_TRUSTED_HOPS` (a number) and `WEIR_SURGE_QUEUE` (the URL of a queue for what the
/// stream refuses).
final class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);
    private static final Clock CLOCK = Clock.systemUTC();

    @Produces
    @Singleton
    KinesisClient kinesis(@ConfigProperty(name = "weir.surge-queue") Optional<String> surgeQueue) {
        return KinesisClients.create(patience(surgeQueue));
    }

    void close(@Disposes KinesisClient kinesis) {
        kinesis.close();
    }

    @Produces
    @Singleton
    Catalog catalog() {
        return Catalog.load();
    }

    @Produces
    @Singleton
    Credentials credentials(
            Catalog catalog,
            @ConfigProperty(name = "weir.write-keys") Path writeKeys,
            @ConfigProperty(name = "weir.issuers") Optional<Path> issuers) {
        WriteKeys kept = WriteKeys.read(writeKeys, CLOCK);
        kept.productsBeyond(catalog)
                .forEach(product -> LOG.warnf("write keys not accepted, the catalog lacks product=%s", product));
        WriteKeys keys = kept.within(catalog);
        keys.all().forEach(key -> holding(catalog, key));
        return new Credentials(keys, tokens(issuers, catalog));
    }

    @Produces
    @Singleton
    Guard guard(
            Credentials credentials,
            DynamoDbClient dynamo,
            ObjectionList objections,
            @ConfigProperty(name = "weir.intake-table") String name) {
        IntakeTable table = new IntakeTable(dynamo, name);
        return new Guard(
                credentials,
                new RateLimits(new Reserve(table, CLOCK, new Random()), CLOCK),
                new Replays(new BatchLedger(table, CLOCK), CLOCK),
                objections);
    }

    @Produces
    @Singleton
    ObjectionList objections(
            DynamoDbClient dynamo,
            @ConfigProperty(name = "weir.objections-table") String table,
            @ConfigProperty(name = "weir.objections-hold", defaultValue = "PT60S") Duration hold) {
        return new ObjectionList(new ObjectionTable(dynamo, table), hold, CLOCK);
    }

    @Produces
    @Singleton
    Arrivals arrivals(
            @ConfigProperty(name = "weir.geo-database") Optional<Path> geoDatabase,
            @ConfigProperty(name = "weir.trusted-hops", defaultValue = "0") int trustedHops) {
        Optional<GeoDatabase> database = geoDatabase.map(GeoDatabase::open);
        return new Arrivals(
                new ClientAddresses(trustedHops),
                address -> database.map(known -> known.of(address)).orElse(Map.of()));
    }

    @Produces
    @Singleton
    Intake intake(
            Catalog catalog,
            @ConfigProperty(name = "weir.pseudonym-keys") String pseudonymKeys,
            @ConfigProperty(name = "weir.lookups") Optional<Path> lookups) {
        LookupTables tables =
                lookups.map(folder -> LookupTables.read(folder, catalog)).orElse(LookupTables.NONE);
        return new Intake(catalog, KeyPlace.of(pseudonymKeys).read(SecretsManagerClient::create), tables);
    }

    @Produces
    @Singleton
    EventPublisher publisher(
            KinesisClient kinesis,
            Instance<SqsClient> sqs,
            @ConfigProperty(name = "weir.stream") String stream,
            @ConfigProperty(name = "weir.surge-queue") Optional<String> surgeQueue) {
        EventPublisher publisher = new EventPublisher(kinesis, stream, new RecordCodec(), patience(surgeQueue), CLOCK);
        return surgeQueue
                .map(url -> publisher.with(new SurgeQueue(sqs.get(), url, CLOCK)))
                .orElse(publisher);
    }

    private static Patience patience(Optional<String> surgeQueue) {
        return surgeQueue.isPresent() ? Patience.BEFORE_THE_QUEUE : Patience.OF_A_SENDER;
    }

    /// Made where there is a queue only.
    @Produces
    @Singleton
    SqsClient sqs() {
        return SqsClients.create();
    }

    void close(@Disposes SqsClient sqs) {
        sqs.close();
    }

    @Produces
    @Singleton
    EventsEndpoint events(Guard guard, Arrivals arrivals, Catalog catalog, Intake intake, EventPublisher publisher) {
        return new EventsEndpoint(guard, arrivals, catalog, intake, publisher);
    }

    /// Refuses limits under which a full request could never pass.
    private static void holding(Catalog catalog, WriteKey key) {
        catalog.product(key.credential().product())
                .map(product -> product.settings().limits())
                .ifPresent(limits -> key.terms().rates(limits.rates()).holding(limits.events()));
    }

    private static AccessTokens tokens(Optional<Path> file, Catalog catalog) {
        Issuers issuers = file.map(path -> Issuers.read(path, catalog)).orElse(Issuers.NONE);
        return new AccessTokens(
                issuers, uri -> new IssuerKeys(uri, new KeySetClient(), CLOCK, Thread::startVirtualThread), CLOCK);
    }

    @Produces
    @Singleton
    HealthEndpoint health(KinesisClient kinesis, @ConfigProperty(name = "weir.stream") String stream) {
        return new HealthEndpoint(new StreamProbe(kinesis, stream));
    }
}
