package dev.weir.stream;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;

/// Kinesis clients that retry throttling and passing trouble with the patience they are given. Region, credentials
/// and endpoint come from the environment, as the AWS SDK defines it.
public final class KinesisClients {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    private KinesisClients() {}

    public static KinesisClient create(Patience patience) {
        return builder(patience).build();
    }

    static KinesisClientBuilder builder(Patience patience) {
        return KinesisClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(patience.perAttempt()))
                .overrideConfiguration(override -> override.retryStrategy(retries(patience))
                        .apiCallAttemptTimeout(patience.perAttempt())
                        .apiCallTimeout(patience.total()));
    }

    private static RetryStrategy retries(Patience patience) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(patience.attempts())
                .backoffStrategy(patience.backoff())
                .throttlingBackoffStrategy(patience.backoff())
                .build();
    }
}
