package dev.weir.counters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@QuarkusTest
@TestProfile(Functions.Query.class)
class QueryHandlerTest {

    private static final String COUNTER = "events_per_minute";
    private static final Map<String, String> RANGE =
            Map.of("from", "2099-02-08T14:00:00Z", "to", "2099-02-08T15:00:00Z");

    @Inject
    FakeDynamo dynamo;

    @BeforeEach
    void emptyTable() {
        dynamo.clear();
    }

    @Test
    void answersTheSumsOverShardsInOrder() throws Exception {
        count("2099-02-08T14:04:00Z#shardId-000000000000", "n#[\"app.launch\",\"ios\"]", 1);
        count("2099-02-08T14:03:00Z#shardId-000000000001", "n#[\"app.launch\",\"ios\"]", 2);
        count("2099-02-08T14:03:00Z#shardId-000000000000", "n#[\"app.launch\",\"ios\"]", 40);
        count("2099-02-08T14:03:00Z#shardId-000000000002", "n#[\"app.launch\",null]", 3);
        count("2099-02-08T15:00:00Z#shardId-000000000000", "n#[\"app.launch\",\"ios\"]", 100);

        JsonNode response = get(COUNTER, "test-server", RANGE);

        assertThat(response.path("statusCode").asInt()).isEqualTo(200);
        assertThat(response.path("headers").path("content-type").asText()).isEqualTo("application/json");
        assertThat(response.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(body(response)).isEqualTo(LambdaJson.JSON.readTree("""
                {"product":"ott-streaming","counter":"events_per_minute","window":"PT1M",
                 "from":"2099-02-08T14:00:00Z","to":"2099-02-08T15:00:00Z",
                 "points":[
                  {"start":"2099-02-08T14:03:00Z","by":{"event_name":"app.launch","platform":null},"count":3},
                  {"start":"2099-02-08T14:03:00Z","by":{"event_name":"app.launch","platform":"ios"},"count":42},
                  {"start":"2099-02-08T14:04:00Z","by":{"event_name":"app.launch","platform":"ios"},"count":1}]}
                """));
    }

    @Test
    void answersARequestByARestApiAsOneByAnHttpApi() throws Exception {
        count("2099-02-08T14:04:00Z#shardId-000000000000", "n#[\"app.launch\",\"ios\"]", 1);
        ObjectNode rest = LambdaJson.JSON.createObjectNode();
        rest.put("resource", "/v1/counters/{product}/{counter}").put("path", "/v1/counters/ott-streaming/" + COUNTER);
        rest.put("httpMethod", "GET");
        rest.putObject("pathParameters").put("product", "ott-streaming").put("counter", COUNTER);
        rest.putObject("multiValueHeaders").putArray("X-Write-Key").add("test-server");
        RANGE.forEach((name, value) -> rest.withObject("/multiValueQueryStringParameters")
                .putArray(name)
                .add(value));

        JsonNode response = LambdaJson.invoke(rest);

        assertThat(body(response).path("points")).hasSize(1);
        assertThat(response).isEqualTo(get(COUNTER, "test-server", RANGE));
        assertThat(response.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("statusCode", "headers", "body", "isBase64Encoded");
    }

    @Test
    void answersAnHourWithoutEventsWithoutPoints() throws Exception {
        assertThat(body(get(COUNTER, "test-server", Map.of())).path("points"))
                .isEqualTo(LambdaJson.JSON.createArrayNode());
    }

    @ParameterizedTest
    @CsvSource({
        "events_per_minute,wrong-key,401,authorization",
        "events_per_minute,test-misspelt,401,authorization",
        "events_per_minute,test-client,403,authorization",
        "no_such_counter,test-server,404,counter"
    })
    void refusesWithAProblemThatNamesTheField(String counter, String key, int status, String field) throws Exception {
        JsonNode response = get(counter, key, RANGE);

        assertThat(response.path("statusCode").asInt()).isEqualTo(status);
        assertThat(response.path("headers").path("content-type").asText()).isEqualTo("application/problem+json");
        assertThat(body(response).path("status").asInt()).isEqualTo(status);
        assertThat(body(response).path("field").asText()).isEqualTo(field);
        assertThat(response.toString()).doesNotContain(key);
    }

    @Test
    void asksForAKeyWhereThereIsNone() throws Exception {
        ObjectNode request = request("ott-streaming", COUNTER);

        JsonNode response = LambdaJson.invoke(request);

        assertThat(response.path("statusCode").asInt()).isEqualTo(401);
        assertThat(response.path("headers").path("www-authenticate").asText()).startsWith("Basic ");
    }

    @Test
    void anotherProductIsNotThereForThisKey() throws Exception {
        ObjectNode request = request("thedata", COUNTER);
        request.putObject("headers").put("x-write-key", "test-server");

        JsonNode response = LambdaJson.invoke(request);

        assertThat(response.path("statusCode").asInt()).isEqualTo(404);
        assertThat(body(response).path("field").asText()).isEqualTo("product");
    }

    @Test
    void aRangeThatMakesNoSenseIsABadRequest() throws Exception {
        JsonNode response = get(COUNTER, "test-server", Map.of("from", "yesterday"));

        assertThat(response.path("statusCode").asInt()).isEqualTo(400);
        assertThat(body(response).path("field").asText()).isEqualTo("from");
    }

    private void count(String sk, String attribute, int count) {
        dynamo.put(
                "ott-streaming#events_per_minute",
                sk,
                Map.of("seq", AttributeValue.fromS("1"), attribute, AttributeValue.fromN(Integer.toString(count))));
    }

    private static JsonNode get(String counter, String key, Map<String, String> parameters) throws IOException {
        ObjectNode request = request("ott-streaming", counter);
        String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        request.putObject("headers").put("authorization", "Basic " + basic);
        ObjectNode query = request.putObject("queryStringParameters");
        parameters.forEach(query::put);
        return LambdaJson.invoke(request);
    }

    private static ObjectNode request(String product, String counter) {
        ObjectNode request = LambdaJson.JSON
                .createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "GET /v1/counters/{product}/{counter}")
                .put("rawPath", "/v1/counters/" + product + "/" + counter)
                .put("isBase64Encoded", false);
        request.putObject("pathParameters").put("product", product).put("counter", counter);
        request.putObject("requestContext").putObject("http").put("method", "GET");
        return request;
    }

    private static JsonNode body(JsonNode response) throws IOException {
        return LambdaJson.JSON.readTree(response.path("body").asText());
    }
}
