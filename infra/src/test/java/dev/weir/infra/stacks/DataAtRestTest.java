package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Encryption, closed doors, and what stays when a stack goes: a test for each setting of each place that holds data.
class DataAtRestTest {

    private static final JsonNode DATA = Templates.production("data");

    @ParameterizedTest(name = "{0} is encrypted with the data's key")
    @ValueSource(strings = {"Lake", "Quarantine", "Failed", "Results", "Settings", "Audit", "Exports"})
    void bucketIsEncryptedWithTheKey(String bucket) {
        JsonNode rule = bucket(bucket).at("/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0");

        assertThat(rule.at("/ServerSideEncryptionByDefault/SSEAlgorithm").asText())
                .isEqualTo("aws:kms");
        assertThat(rule.at("/ServerSideEncryptionByDefault/KMSMasterKeyID/Fn::GetAtt/0")
                        .asText())
                .startsWith("DataKey");
        assertThat(rule.path("BucketKeyEnabled").asBoolean()).isTrue();
    }

    static Stream<Arguments> buckets() {
        return Stream.of(DATA, Templates.production("releases"))
                .flatMap(stack -> Templates.resources(stack, "AWS::S3::Bucket").entrySet().stream()
                        .map(bucket -> Arguments.of(bucket.getKey(), stack, bucket.getValue())));
    }

    @ParameterizedTest(name = "{0} is encrypted")
    @MethodSource("buckets")
    void bucketIsEncrypted(String id, JsonNode stack, JsonNode bucket) {
        assertThat(bucket.at("/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0"
                                + "/ServerSideEncryptionByDefault/SSEAlgorithm")
                        .asText())
                .isIn("aws:kms", "AES256");
    }

    @ParameterizedTest(name = "{0} is closed to the public")
    @MethodSource("buckets")
    void bucketIsClosedToThePublic(String id, JsonNode stack, JsonNode bucket) {
        JsonNode block = bucket.at("/Properties/PublicAccessBlockConfiguration");

        assertThat(block.properties())
                .hasSize(4)
                .allSatisfy(setting -> assertThat(setting.getValue().asBoolean())
                        .as(setting.getKey())
                        .isTrue());
        assertThat(bucket.at("/Properties/OwnershipControls/Rules/0/ObjectOwnership")
                        .asText())
                .isEqualTo("BucketOwnerEnforced");
    }

    @ParameterizedTest(name = "{0} is reached by TLS 1.2 or later alone")
    @MethodSource("buckets")
    void bucketIsReachedByTlsAlone(String id, JsonNode stack, JsonNode bucket) {
        JsonNode policy = Templates.resources(stack, "AWS::S3::BucketPolicy").values().stream()
                .filter(one -> one.at("/Properties/Bucket/Ref").asText().equals(id))
                .findFirst()
                .orElseThrow();
        JsonNode statements = policy.at("/Properties/PolicyDocument/Statement");

        assertThat(statements.valueStream())
                .anySatisfy(statement -> assertThat(denied(statement, "/Condition/Bool/aws:SecureTransport"))
                        .isEqualTo("false"))
                .anySatisfy(statement -> assertThat(denied(statement, "/Condition/NumericLessThan/s3:TlsVersion"))
                        .isEqualTo("1.2"));
        assertThat(policy.path("DeletionPolicy").asText())
                .as("what is kept stays closed")
                .isEqualTo("RetainExceptOnCreate");
        assertThat(policy.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    }

    @ParameterizedTest(name = "{0} stays when its stack goes")
    @MethodSource("buckets")
    void bucketStays(String id, JsonNode stack, JsonNode bucket) {
        assertStays(id, bucket);
    }

    @ParameterizedTest(name = "{0} in the data stack stays")
    @ValueSource(strings = {"AWS::KMS::Key", "AWS::Kinesis::Stream", "AWS::DynamoDB::Table"})
    void dataStays(String type) {
        assertThat(Templates.resources(DATA, type).entrySet())
                .isNotEmpty()
                .allSatisfy(place -> assertStays(place.getKey(), place.getValue()));
    }

    @Test
    void streamIsEncryptedWithTheKey() {
        JsonNode encryption = only("AWS::Kinesis::Stream").at("/Properties/StreamEncryption");

        assertThat(encryption.path("EncryptionType").asText())
                .as("stream of events")
                .isEqualTo("KMS");
        assertThat(encryption.at("/KeyId/Fn::GetAtt/0").asText()).startsWith("DataKey");
    }

    @Test
    void keyIsRotated() {
        assertThat(only("AWS::KMS::Key").at("/Properties/EnableKeyRotation").asBoolean())
                .as("DataKey")
                .isTrue();
    }

    @ParameterizedTest(name = "table {0} is encrypted, cannot be deleted by a slip, and lets items expire")
    @ValueSource(strings = {"counters", "intake", "privacy", "objections"})
    void tableIsHeld(String table) {
        JsonNode properties = table(table);

        assertThat(properties.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
        assertThat(properties.path("DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(properties.at("/TimeToLiveSpecification/Enabled").asBoolean())
                .isTrue();
        assertThat(properties.at("/TimeToLiveSpecification/AttributeName").asText())
                .isEqualTo("expires_at");
    }

    @Test
    void queriesLeaveEncryptedResults() {
        JsonNode results = only("AWS::Athena::WorkGroup").at("/Properties/WorkGroupConfiguration/ResultConfiguration");

        assertThat(results.at("/EncryptionConfiguration/EncryptionOption").asText())
                .as("results of analysts")
                .isEqualTo("SSE_KMS");
    }

    @Test
    void failedRunsAreEncryptedAndReachedByTlsAlone() {
        JsonNode app = Templates.production("app");
        JsonNode queue =
                Templates.resources(app, "AWS::SQS::Queue").values().iterator().next();
        JsonNode policy = Templates.resources(app, "AWS::SQS::QueuePolicy")
                .values()
                .iterator()
                .next();

        assertThat(queue.at("/Properties/SqsManagedSseEnabled").asBoolean()).isTrue();
        assertThat(denied(policy.at("/Properties/PolicyDocument/Statement/0"), "/Condition/Bool/aws:SecureTransport"))
                .isEqualTo("false");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"SurgeQueue", "SurgeDeadQueue"})
    void queuesOfEventsAreReachedByTlsAlone(String id) {
        JsonNode data = Templates.production("data");

        assertThat(Templates.resources(data, "AWS::SQS::QueuePolicy").entrySet().stream()
                        .filter(policy -> policy.getKey().startsWith(id + "Policy"))
                        .map(policy -> policy.getValue().at("/Properties/PolicyDocument/Statement/0")))
                .as(id)
                .anySatisfy(statement -> assertThat(denied(statement, "/Condition/Bool/aws:SecureTransport"))
                        .isEqualTo("false"));
    }

    @Test
    void alarmsAreEncryptedAndReachedByTlsAlone() {
        JsonNode stack = Templates.production("observability");
        JsonNode topic = Templates.resource(stack, "Alarms");
        JsonNode policy = Templates.resource(stack, "AlarmsPolicy");

        assertThat(topic.at("/Properties/KmsMasterKeyId/Ref").asText()).isEqualTo("DataKeyArn");
        assertThat(policy.at("/Properties/PolicyDocument/Statement").valueStream())
                .anySatisfy(statement -> assertThat(denied(statement, "/Condition/Bool/aws:SecureTransport"))
                        .isEqualTo("false"))
                .anySatisfy(statement -> assertThat(statement.path("Effect").asText() + " "
                                + statement.at("/Principal/Service").asText() + " "
                                + statement
                                        .at("/Condition/StringEquals/aws:SourceAccount/Ref")
                                        .asText())
                        .as("who may publish")
                        .isEqualTo("Allow cloudwatch.amazonaws.com AWS::AccountId"));
    }

    private static String denied(JsonNode statement, String condition) {
        return statement.path("Effect").asText().equals("Deny")
                ? statement.at(condition).asText()
                : "";
    }

    /// But not after a failed creation, or the next one would find the name taken.
    private static void assertStays(String id, JsonNode resource) {
        assertThat(resource.path("DeletionPolicy").asText()).as(id).isEqualTo("RetainExceptOnCreate");
        assertThat(resource.path("UpdateReplacePolicy").asText()).as(id).isEqualTo("Retain");
    }

    private static JsonNode bucket(String name) {
        return Templates.resources(DATA, "AWS::S3::Bucket").entrySet().stream()
                .filter(bucket -> bucket.getKey().startsWith(name + "Bucket"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode table(String name) {
        return Templates.resources(DATA, "AWS::DynamoDB::Table").values().stream()
                .map(table -> table.path("Properties"))
                .filter(table -> table.path("TableName").asText().equals("weir-production-" + name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode only(String type) {
        Map<String, JsonNode> found = Templates.resources(DATA, type);
        assertThat(found).hasSize(1);
        return found.values().iterator().next();
    }
}
