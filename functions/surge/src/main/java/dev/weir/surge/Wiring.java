package dev.weir.surge;

import dev.weir.stream.KinesisClients;
import dev.weir.stream.Patience;
import dev.weir.stream.SurgeDrain;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/// What the function is made of. Settings: `WEIR_STREAM`, `WEIR_SURGE_KEEPS` (how long the queue keeps messages), and
/// the AWS SDK's own.
final class Wiring {

    @Produces
    @Singleton
    KinesisClient kinesis() {
        return KinesisClients.create(Patience.OF_THE_DRAIN);
    }

    void close(@Disposes KinesisClient kinesis) {
        kinesis.close();
    }

    @Produces
    @Singleton
    Surge surge(
            KinesisClient kinesis,
            @ConfigProperty(name = "weir.stream") String stream,
            @ConfigProperty(name = "weir.surge-keeps", defaultValue = "P4D") Duration keeps) {
        return new Surge(new SurgeDrain(kinesis, stream, Patience.OF_THE_DRAIN, keeps, Clock.systemUTC()));
    }
}
