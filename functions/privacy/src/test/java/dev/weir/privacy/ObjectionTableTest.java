package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.Objection;
import dev.weir.core.privacy.ObjectionBook;
import dev.weir.core.privacy.ObjectionEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ObjectionTableTest {

    private static final Instant NOON = Instant.parse("2026-02-08T12:00:00Z");

    @TempDir
    Path data;

    @SuppressWarnings("NullAway.Init") // started before each test
    private Tables tables;

    @SuppressWarnings("NullAway.Init")
    private ObjectionTable objections;

    @BeforeEach
    void start() {
        tables = new Tables(data);
        objections = new ObjectionTable(tables.client, Tables.TABLE);
    }

    @AfterEach
    void stop() {
        tables.close();
    }

    @Test
    void entriesAreNumberedAndTheHeadHasTheLastNumber() {
        objections.add(entry(1, false), NOON);
        objections.add(entry(2, false), NOON);

        assertThat(entries()).containsExactly(entry(1, false), entry(2, false));
        assertThat(number(head())).isEqualTo("2");
    }

    @Test
    void aWithdrawalRemovesWhatItSettlesAndExpiresItself() {
        objections.add(entry(1, false), NOON);
        objections.add(entry(2, false), NOON);

        objections.add(entry(1, true), NOON);

        assertThat(entries()).containsExactly(entry(2, false), entry(1, true));
        assertThat(items().getLast()).containsKey("expires_at");
        assertThat(items().getFirst()).doesNotContainKey("expires_at");
        assertThat(number(head())).isEqualTo("3");
    }

    @Test
    void readersOfTheWholeListAndOfTheRestAgree() {
        ObjectionBook sawAll = new ObjectionBook();
        objections.add(entry(1, false), NOON);
        sawAll.add(entries());
        objections.add(entry(1, true), NOON);
        objections.add(entry(2, false), NOON);

        sawAll.add(entries());
        ObjectionBook newcomer = new ObjectionBook();
        newcomer.add(entries());

        assertThat(sawAll.of("shop", "acme")).isEqualTo(newcomer.of("shop", "acme"));
        assertThat(sawAll.of("shop", "acme").of(People.name(1))).isEqualTo(Objection.NONE);
        assertThat(sawAll.of("shop", "acme").of(People.name(2)).isRestriction()).isTrue();
    }

    @Test
    void aTableThatIsGoneIsSaidToBe() {
        assertThatThrownBy(() -> new ObjectionTable(tables.client, "no-such-table").add(entry(1, false), NOON))
                .isInstanceOf(TableUnavailable.class);
    }

    private List<ObjectionEntry> entries() {
        return items().stream()
                .map(item -> ObjectionEntry.of(
                        item.getOrDefault("json", AttributeValue.fromS("")).s()))
                .toList();
    }

    private List<Map<String, AttributeValue>> items() {
        return tables.client
                .query(query -> query.tableName(Tables.TABLE)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("entry"))))
                .items();
    }

    private Map<String, AttributeValue> head() {
        return tables.client
                .getItem(get -> get.tableName(Tables.TABLE)
                        .key(Map.of("pk", AttributeValue.fromS("head"), "sk", AttributeValue.fromS("head"))))
                .item();
    }

    private static String number(Map<String, AttributeValue> head) {
        return head.getOrDefault("last", AttributeValue.fromN("-1")).n();
    }

    private static ObjectionEntry entry(int person, boolean withdrawn) {
        return new ObjectionEntry("shop", "acme", Set.of(People.name(person)), Objection.EVERYTHING, withdrawn);
    }
}
