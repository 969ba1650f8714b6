package dev.weir.local.stack;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/// The stream, tables and buckets of the pipeline, made where they are missing.
public final class Resources {

    public static final String STREAM = "weir-events";
    public static final String COUNTERS_TABLE = "weir-counters";
    public static final String LAKE_BUCKET = "weir-lake";
    public static final String QUARANTINE_BUCKET = "weir-quarantine";
    public static final String FAILED_BUCKET = "weir-failed";

    static final int SHARDS = 2;

    private Resources() {}

    static void create(Clients clients) {
        stream(clients.kinesis());
        counters(clients.dynamoDb());
        bucket(clients.s3(), LAKE_BUCKET);
        bucket(clients.s3(), QUARANTINE_BUCKET);
        bucket(clients.s3(), FAILED_BUCKET);
    }

    private static void stream(KinesisClient kinesis) {
        try {
            kinesis.createStream(create -> create.streamName(STREAM).shardCount(SHARDS));
        } catch (software.amazon.awssdk.services.kinesis.model.ResourceInUseException e) {
            return;
        }
        kinesis.waiter().waitUntilStreamExists(describe -> describe.streamName(STREAM));
    }

    private static void counters(DynamoDbClient dynamoDb) {
        try {
            dynamoDb.createTable(create -> create.tableName(COUNTERS_TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                    .attributeDefinitions(text("pk"), text("sk")));
        } catch (ResourceInUseException e) {
            return;
        }
        dynamoDb.waiter().waitUntilTableExists(describe -> describe.tableName(COUNTERS_TABLE));
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static void bucket(S3Client s3, String bucket) {
        try {
            s3.createBucket(create -> create.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException e) {
            // it is there, which is what was wanted
            return;
        }
    }
}
