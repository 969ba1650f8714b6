package dev.weir.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.template.CannotApply;
import dev.weir.local.template.Resource;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/// Makes and removes what holds data, as a template describes it.
record DataResources(Clients clients) {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String STREAM = "AWS::Kinesis::Stream";
    private static final String TABLE = "AWS::DynamoDB::Table";

    /// Types of what holds data.
    static final Set<String> TYPES = Set.of(BUCKET, STREAM, TABLE);

    /// What an on-demand stream begins with.
    private static final int ON_DEMAND_SHARDS = 4;

    /// Makes it. One that is there already, because it outlived its stack, is taken over with everything in it.
    void make(Resource resource) {
        switch (resource.type()) {
            case BUCKET -> bucket(resource);
            case STREAM -> stream(resource);
            case TABLE -> table(resource);
            default -> throw new CannotApply(resource.id() + " holds no data: " + resource.type());
        }
    }

    /// Removes it, with everything in it.
    void remove(Resource resource) {
        String name = resource.physicalId();
        switch (resource.type()) {
            case BUCKET -> clients.s3().deleteBucket(delete -> delete.bucket(name));
            case STREAM -> clients.kinesis().deleteStream(delete -> delete.streamName(name));
            case TABLE -> clients.dynamoDb().deleteTable(delete -> delete.tableName(name));
            default -> throw new CannotApply(resource.id() + " holds no data: " + resource.type());
        }
    }

    private void bucket(Resource resource) {
        try {
            clients.s3().createBucket(create -> create.bucket(resource.physicalId()));
        } catch (BucketAlreadyOwnedByYouException taken) {
            return;
        }
    }

    private void stream(Resource resource) {
        try {
            clients.kinesis()
                    .createStream(create -> create.streamName(resource.physicalId())
                            .shardCount(resource.number("/ShardCount", ON_DEMAND_SHARDS)));
        } catch (software.amazon.awssdk.services.kinesis.model.ResourceInUseException taken) {
            return;
        }
        clients.kinesis().waiter().waitUntilStreamExists(describe -> describe.streamName(resource.physicalId()));
    }

    private void table(Resource resource) {
        String name = resource.physicalId();
        try {
            clients.dynamoDb()
                    .createTable(create -> create.tableName(name)
                            .billingMode(BillingMode.fromValue(resource.text("/BillingMode")))
                            .keySchema(keys(resource))
                            .attributeDefinitions(attributes(resource)));
        } catch (ResourceInUseException taken) {
            return;
        }
        clients.dynamoDb().waiter().waitUntilTableExists(describe -> describe.tableName(name));
        JsonNode expiry = resource.properties().path("TimeToLiveSpecification");
        if (!expiry.isMissingNode()) {
            clients.dynamoDb()
                    .updateTimeToLive(update -> update.tableName(name)
                            .timeToLiveSpecification(spec -> spec.attributeName(
                                            expiry.path("AttributeName").asText())
                                    .enabled(expiry.path("Enabled").asBoolean())));
        }
    }

    private static List<KeySchemaElement> keys(Resource table) {
        return table.each("/KeySchema").stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.path("AttributeName").asText())
                        .keyType(key.path("KeyType").asText())
                        .build())
                .toList();
    }

    private static List<AttributeDefinition> attributes(Resource table) {
        return table.each("/AttributeDefinitions").stream()
                .map(attribute -> AttributeDefinition.builder()
                        .attributeName(attribute.path("AttributeName").asText())
                        .attributeType(attribute.path("AttributeType").asText())
                        .build())
                .toList();
    }
}
