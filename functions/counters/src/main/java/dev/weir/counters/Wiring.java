package dev.weir.counters;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.WriteKeys;
import dev.weir.stream.RecordCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What the functions are made of. Each function makes its own part on first use.
class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Catalog catalog() {
        return Catalog.load();
    }

    @Produces
    @Singleton
    BatchCounter batchCounter(
            Catalog catalog,
            DynamoDbClient dynamo,
            @ConfigProperty(name = "weir.counters.table") String table,
            Clock clock) {
        return new BatchCounter(
                catalog, new RecordCodec(), new CounterTable(dynamo, table), new BatchLedger(dynamo, table, clock));
    }

    @Produces
    @Singleton
    CounterReader counterReader(
            DynamoDbClient dynamo, @ConfigProperty(name = "weir.counters.table") String table, Clock clock) {
        return new CounterReader(dynamo, table, clock);
    }

    @Produces
    @Singleton
    CounterDesk counterDesk(Catalog catalog, WriteKeys keys, CounterReader reader, Clock clock) {
        return new CounterDesk(catalog, keys, new RangeParameters(clock), reader);
    }

    /// Only the function `query` has keys.
    @Produces
    @Singleton
    WriteKeys writeKeys(Catalog catalog, @ConfigProperty(name = "weir.write.keys") Optional<Path> file, Clock clock) {
        WriteKeys kept =
                WriteKeys.read(file.orElseThrow(() -> new IllegalStateException("WEIR_WRITE_KEYS is not set")), clock);
        kept.productsBeyond(catalog)
                .forEach(product -> LOG.warnf("write keys not accepted, the catalog lacks product=%s", product));
        return kept.within(catalog);
    }
}
