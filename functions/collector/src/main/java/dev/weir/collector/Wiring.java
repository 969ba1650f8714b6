package dev.weir.collector;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.intake.Intake;
import dev.weir.core.intake.WriteKeys;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.stream.EventPublisher;
import dev.weir.stream.KinesisClients;
import dev.weir.stream.Patience;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.StreamProbe;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/// What the collector is made of. Settings: `WEIR_STREAM`, `WEIR_WRITE_KEYS` and `WEIR_PSEUDONYM_KEYS` (files), and the
/// AWS SDK's own.
final class Wiring {

    @Produces
    @Singleton
    KinesisClient kinesis() {
        return KinesisClients.create(Patience.OF_A_SENDER);
    }

    void close(@Disposes KinesisClient kinesis) {
        kinesis.close();
    }

    @Produces
    @Singleton
    EventsEndpoint events(
            KinesisClient kinesis,
            @ConfigProperty(name = "weir.stream") String stream,
            @ConfigProperty(name = "weir.write-keys") Path writeKeys,
            @ConfigProperty(name = "weir.pseudonym-keys") Path pseudonymKeys) {
        Catalog catalog = Catalog.load();
        WriteKeys keys = WriteKeys.read(writeKeys);
        if (!catalog.products().keySet().containsAll(keys.products())) {
            throw new IllegalStateException("write keys: there are keys for " + keys.products() + ", the catalog has "
                    + catalog.productNames());
        }
        Clock clock = Clock.systemUTC();
        return new EventsEndpoint(
                new Credentials(keys),
                catalog,
                new Intake(catalog, PseudonymKeys.read(pseudonymKeys)),
                new EventPublisher(kinesis, stream, new RecordCodec(), Patience.OF_A_SENDER, clock),
                clock);
    }

    @Produces
    @Singleton
    HealthEndpoint health(KinesisClient kinesis, @ConfigProperty(name = "weir.stream") String stream) {
        return new HealthEndpoint(new StreamProbe(kinesis, stream));
    }
}
