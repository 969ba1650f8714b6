package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lake.ErasedObject;
import dev.weir.lake.EventScope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

class RequestTableTest {

    private static final Instant NOON = Instant.parse("2026-02-08T12:00:00Z");

    @TempDir
    static Path data;

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static Tables tables;

    private final RequestTable requests = new RequestTable(tables.client, Tables.TABLE);

    @BeforeAll
    static void start() {
        tables = new Tables(data);
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @Test
    void aRequestIsFoundAsItWasKept() {
        EventScope scope = new EventScope(Set.of("analytics"), Set.of("playback.started"));
        Request request = request("kept", new Demand(RequestType.OBJECT, "user", scope, true))
                .with(new Progress(Status.PARTIAL, NOON, new Progress.Result(1, 2, "evidence", "said", "exports/x")));

        requests.add(request, NOON);

        assertThat(requests.find("kept")).contains(request);
        assertThat(requests.find("none")).isEmpty();
        requests.close(request);
    }

    @Test
    void whatIsDueComesOldestFirstAndNotBeforeItsTime() {
        Request later = request("later", erasure());
        requests.add(later, NOON.plusSeconds(1));
        requests.add(request("now", erasure()), NOON);

        assertThat(requests.due(NOON)).extracting(Request::id).containsExactly("now");
        assertThat(requests.open()).extracting(Request::id).contains("now", "later");
        requests.close(later);
        requests.close(request("now", erasure()));
        assertThat(requests.open()).isEmpty();
    }

    @Test
    void aChangeOfARequestDoesNotChangeWhenItIsDue() {
        requests.add(request("changed", erasure()), NOON.plusSeconds(60));

        requests.change(request("changed", erasure()).with(new Progress(Status.COMPLETE, NOON, Progress.Result.NONE)));

        assertThat(requests.due(NOON)).isEmpty();
        assertThat(requests.find("changed").orElseThrow().progress().status()).isEqualTo(Status.COMPLETE);
        requests.close(request("changed", erasure()));
    }

    @Test
    void aClosedRequestHasNeitherNamesNorChanges() {
        Request request = request("closed", erasure());
        requests.add(request, NOON);
        for (int object = 0; object < 3; object++) {
            requests.note("closed", change("bronze/" + object, false));
        }
        requests.note("closed", change("bronze/0", true));
        assertThat(requests.changes("closed"))
                .hasSize(3)
                .filteredOn(Change::done)
                .hasSize(1);

        requests.close(request.closed());

        assertThat(requests.changes("closed")).isEmpty();
        assertThat(requests.find("closed").orElseThrow().subject().names()).isEmpty();
        assertThat(requests.due(Instant.MAX)).isEmpty();
    }

    /// The last evidence counts what the changes say.
    @Test
    void aRequestThatCouldNotBeClosedStillHasItsChanges() {
        Request request = request("interrupted", erasure());
        requests.add(request, NOON);
        requests.note("interrupted", change("bronze/0", true));
        RequestTable dying = new RequestTable(new Dying(tables.client), Tables.TABLE);

        assertThatThrownBy(() -> dying.close(request.closed())).isInstanceOf(TableUnavailable.class);

        assertThat(requests.open()).extracting(Request::id).contains("interrupted");
        assertThat(requests.changes("interrupted")).hasSize(1);
        requests.close(request.closed());
    }

    /// Writes nothing that belongs together.
    private record Dying(DynamoDbClient client) implements DynamoDbClient {

        @Override
        public QueryResponse query(QueryRequest request) {
            return client.query(request);
        }

        @Override
        public DeleteItemResponse deleteItem(DeleteItemRequest request) {
            return client.deleteItem(request);
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            throw SdkClientException.create("scripted");
        }

        @Override
        public String serviceName() {
            return client.serviceName();
        }

        @Override
        public void close() {
            // is the tests'
        }
    }

    @Test
    void aTableThatCannotBeAskedIsSaidToBe() {
        RequestTable missing = new RequestTable(tables.client, "no-such-table");

        assertThatThrownBy(() -> missing.find("x"))
                .isInstanceOf(TableUnavailable.class)
                .hasMessage("cannot use the table no-such-table");
    }

    private static Demand erasure() {
        return new Demand(RequestType.ERASURE, "user", EventScope.ALL, false);
    }

    private static Request request(String id, Demand demand) {
        return new Request(
                id,
                new PrivacyKeys.Grant("shop", "acme"),
                demand,
                new Request.Subject(Set.of(People.name(1), People.name(2)), NOON),
                Progress.NONE);
    }

    private static Change change(String key, boolean done) {
        return new Change(new ErasedObject(key, "a", "b", "c", 3, 2, List.of(), 1, 1), 1, done);
    }
}
