package dev.weir.local.stack;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;

/// AWS clients for local services, with the credentials that those expect and that mean nothing elsewhere.
public record Clients(KinesisClient kinesis, DynamoDbClient dynamoDb, S3Client s3) implements AutoCloseable {

    static final String REGION = "us-east-1";
    static final String ACCESS_KEY = "local";
    static final String SECRET_KEY = "local";

    public static Clients of(Services services) {
        return new Clients(
                local(KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()), services.kinesis())
                        .build(),
                local(
                                DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()),
                                services.dynamoDb())
                        .build(),
                local(
                                S3Client.builder()
                                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                                        .forcePathStyle(true),
                                services.s3())
                        .build());
    }

    private static <B extends AwsClientBuilder<B, ?>> B local(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)));
    }

    @Override
    public void close() {
        kinesis.close();
        dynamoDb.close();
        s3.close();
    }
}
