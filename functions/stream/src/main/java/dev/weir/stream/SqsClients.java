package dev.weir.stream;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// SQS clients for who puts a batch aside while its sender waits. Region, credentials and endpoint come from the
/// environment, as the AWS SDK defines it.
public final class SqsClients {

    private static final Duration PER_ATTEMPT = Duration.ofSeconds(2);
    private static final Duration TOTAL = Duration.ofSeconds(5);

    private SqsClients() {}

    public static SqsClient create() {
        return SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(1))
                        .socketTimeout(PER_ATTEMPT))
                .overrideConfiguration(
                        override -> override.apiCallAttemptTimeout(PER_ATTEMPT).apiCallTimeout(TOTAL))
                .build();
    }
}
