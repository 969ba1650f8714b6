package dev.weir.local.stack;

import java.time.Duration;
import java.util.List;
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

/// The stream, tables, buckets and queues of the pipeline. All but the queues are made here where they are missing.
public final class Resources {

    public static final String STREAM = "weir-events";
    public static final String COUNTERS_TABLE = "weir-counters";
    public static final String INTAKE_TABLE = "weir-intake";
    public static final String PRIVACY_TABLE = "weir-privacy";
    public static final String OBJECTIONS_TABLE = "weir-objections";
    public static final String LAKE_BUCKET = "weir-lake";
    public static final String QUARANTINE_BUCKET = "weir-quarantine";
    public static final String FAILED_BUCKET = "weir-failed";
    public static final String AUDIT_BUCKET = "weir-audit";
    public static final String EXPORTS_BUCKET = "weir-exports";

    public static final String SURGE_QUEUE = "weir-surge";
    public static final String SURGE_DEAD_QUEUE = "weir-surge-dead";

    /// How long the surge queue keeps messages.
    public static final Duration SURGE_KEEPS = Duration.ofDays(4);

    /// After this a message comes again. One batch is worked on at a time, so nobody else gets it meanwhile.
    static final Duration SURGE_HIDES = Duration.ofSeconds(10);

    static final int SURGE_RECEIVES = 500;

    static final int SHARDS = 2;

    private Resources() {}

    static void create(Clients clients) {
        stream(clients.kinesis());
        table(
                clients.dynamoDb(),
                COUNTERS_TABLE,
                List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)),
                List.of(text("pk"), text("sk")));
        table(
                clients.dynamoDb(),
                PRIVACY_TABLE,
                List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)),
                List.of(text("pk"), text("sk")));
        table(
                clients.dynamoDb(),
                OBJECTIONS_TABLE,
                List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)),
                List.of(text("pk"), text("sk")));
        table(clients.dynamoDb(), INTAKE_TABLE, List.of(key("pk", KeyType.HASH)), List.of(text("pk")));
        bucket(clients.s3(), LAKE_BUCKET);
        bucket(clients.s3(), QUARANTINE_BUCKET);
        bucket(clients.s3(), FAILED_BUCKET);
        bucket(clients.s3(), AUDIT_BUCKET);
        bucket(clients.s3(), EXPORTS_BUCKET);
    }

    private static void stream(KinesisClient kinesis) {
        try {
            kinesis.createStream(create -> create.streamName(STREAM).shardCount(SHARDS));
        } catch (software.amazon.awssdk.services.kinesis.model.ResourceInUseException e) {
            return;
        }
        kinesis.waiter().waitUntilStreamExists(describe -> describe.streamName(STREAM));
    }

    private static void table(
            DynamoDbClient dynamoDb, String table, List<KeySchemaElement> key, List<AttributeDefinition> attributes) {
        try {
            dynamoDb.createTable(create -> create.tableName(table)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(key)
                    .attributeDefinitions(attributes));
        } catch (ResourceInUseException e) {
            return;
        }
        dynamoDb.waiter().waitUntilTableExists(describe -> describe.tableName(table));
        dynamoDb.updateTimeToLive(update -> update.tableName(table)
                .timeToLiveSpecification(
                        spec -> spec.attributeName("expires_at").enabled(true)));
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
