package dev.weir.local.emulators.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.local.emulators.CannotStart;
import dev.weir.local.emulators.Clients;
import dev.weir.local.emulators.CorruptData;
import dev.weir.local.emulators.Neighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbTest {
    private static final Path LIB = Path.of(Objects.requireNonNull(System.getProperty("weir.lib.dynamodb")));

    @TempDir
    Path data;

    private DynamoDb service;
    private DynamoDbClient client;

    @BeforeEach
    void start() {
        service = DynamoDb.start(LIB, data, 0);
        client = Clients.of(DynamoDbClient.builder(), service.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    private void createTable() {
        client.createTable(r -> r.tableName("counters")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static Map<String, AttributeValue> key(String sort) {
        return Map.of("pk", AttributeValue.fromS("counter"), "sk", AttributeValue.fromS(sort));
    }

    private String add(String sort, String highWater) {
        var values = Map.of(":one", AttributeValue.fromN("1"), ":seq", AttributeValue.fromS(highWater));
        var updated = client.updateItem(r -> r.tableName("counters")
                .key(key(sort))
                .updateExpression("SET high = :seq ADD events :one")
                .conditionExpression("attribute_not_exists(high) OR high < :seq")
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.UPDATED_NEW));
        return value(updated.attributes(), "events").n();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name));
    }

    @Test
    void countsOnceForEachHighWaterMark() {
        createTable();
        assertThat(add("10:00", "0001")).isEqualTo("1");
        assertThat(add("10:00", "0002")).isEqualTo("2");

        assertThatThrownBy(() -> add("10:00", "0002")).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void queriesARangeInOrder() {
        createTable();
        add("10:02", "1");
        add("10:00", "1");
        add("10:01", "1");

        var found = client.query(r -> r.tableName("counters")
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("counter"),
                        ":from", AttributeValue.fromS("10:00"),
                        ":to", AttributeValue.fromS("10:01"))));

        assertThat(found.items()).extracting(item -> value(item, "sk").s()).containsExactly("10:00", "10:01");
    }

    @Test
    void writesAllOfATransactionOrNothing() {
        createTable();
        add("10:00", "1");

        List<TransactWriteItem> items = List.of(newItem("10:05"), newItem("10:00"));
        assertThatThrownBy(() -> client.transactWriteItems(r -> r.transactItems(items)))
                .isInstanceOf(TransactionCanceledException.class);

        assertThat(client.getItem(r -> r.tableName("counters").key(key("10:05")))
                        .hasItem())
                .isFalse();
    }

    private static TransactWriteItem newItem(String sort) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName("counters").item(key(sort)).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    @Test
    void takesATimeToLive() {
        createTable();
        client.updateTimeToLive(r -> r.tableName("counters")
                .timeToLiveSpecification(t -> t.attributeName("expires").enabled(true)));

        assertThat(client.describeTimeToLive(r -> r.tableName("counters"))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires");
    }

    @Test
    void keepsItsTablesOverARestart() {
        createTable();
        add("10:00", "1");
        stop();

        start();

        assertThat(add("10:00", "2")).isEqualTo("2");
    }

    @Test
    void refusesAFileThatIsNoDatabase(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("shared-local-instance.db"), "this is not a database, is it");

        assertThatThrownBy(() -> DynamoDb.start(LIB, other, 0))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(other.toString())
                .hasMessageNotContaining("is it");
    }

    @Test
    void saysWhichPortIsInUse(@TempDir Path other) {
        int port = service.endpoint().getPort();

        assertThatThrownBy(() -> DynamoDb.start(LIB, other, port))
                .isInstanceOf(CannotStart.class)
                .hasMessage("DynamoDB cannot listen on 127.0.0.1:" + port + ": the port is in use");
    }

    @Test
    void saysWhereItsLibrariesAreMissing(@TempDir Path empty) {
        assertThatThrownBy(() -> DynamoDb.start(empty, data, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(empty.toString());
    }

    @Test
    void answersOnThisMachineOnly() throws Exception {
        var address = Neighbours.addressInTheNetwork();
        assumeThat(address).isPresent();

        assertThat(Neighbours.canReach(address.orElseThrow(), service.endpoint()))
                .isFalse();
    }
}
