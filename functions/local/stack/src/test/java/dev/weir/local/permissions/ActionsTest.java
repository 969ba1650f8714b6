package dev.weir.local.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.weir.local.front.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsTest {

    private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/t";

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET, /b/k/1, s3:GetObject, b/k/1",
        "HEAD, /b/k, s3:GetObject, b/k",
        "GET, /b/k?versionId=1, s3:GetObjectVersion, b/k",
        "PUT, /b/k, s3:PutObject, b/k",
        "PUT, /b/k?partNumber=1&uploadId=2, s3:PutObject, b/k",
        "DELETE, /b/k, s3:DeleteObject, b/k",
        "DELETE, /b/k?versionId=1, s3:DeleteObjectVersion, b/k",
        "DELETE, /b/k?uploadId=1, s3:AbortMultipartUpload, b/k",
        "GET, /b?list-type=2&prefix=p, s3:ListBucket, b",
        "GET, /b/?versions, s3:ListBucketVersions, b"
    })
    void aRequestToS3NeedsAnAction(String method, String uri, String action, String resource) {
        assertThat(S3Actions.of(request(method, uri, "s3", "", "", "")))
                .containsExactly(new Call("collector", action, "arn:aws:s3:::" + resource));
    }

    @Test
    void aCopyReadsItsSource() {
        assertThat(S3Actions.of(request("PUT", "/b/k", "s3", "", "/other/key%201?versionId=2", "")))
                .containsExactly(
                        new Call("collector", "s3:PutObject", "arn:aws:s3:::b/k"),
                        new Call("collector", "s3:GetObject", "arn:aws:s3:::other/key 1"));
    }

    @Test
    void severalObjectsAreDeletedEach() {
        String body = "<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>";
        assertThat(S3Actions.of(request("POST", "/b?delete", "s3", "", "", body)))
                .extracting(Call::resource)
                .containsExactly("arn:aws:s3:::b/a", "arn:aws:s3:::b/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b/k?acl", "/b/k?tagging", "/b/k?retention"})
    void whatNoActionIsKnownForIsAnError(String uri) {
        assertThatThrownBy(() -> S3Actions.of(request("PUT", uri, "s3", "", "", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anItemOfATableIsTheTable() throws IOException {
        assertThat(TargetActions.of(
                        request("POST", "/", "dynamodb", "DynamoDB_20120810.PutItem", "", "{\"TableName\":\"t\"}")))
                .containsExactly(new Call("collector", "dynamodb:PutItem", TABLE));
    }

    @Test
    void aTransactionNeedsWhatItsPartsNeed() throws IOException {
        String body =
                "{\"TransactItems\":[{\"Put\":{\"TableName\":\"t\"}},{\"ConditionCheck\":{\"TableName\":\"t\"}}]}";
        assertThat(TargetActions.of(request("POST", "/", "dynamodb", "DynamoDB_20120810.TransactWriteItems", "", body)))
                .containsExactly(
                        new Call("collector", "dynamodb:PutItem", TABLE),
                        new Call("collector", "dynamodb:ConditionCheckItem", TABLE));
    }

    @Test
    void aStreamIsReadFromCbor() throws IOException {
        byte[] body = new CBORMapper()
                .writeValueAsBytes(JsonNodeFactory.instance.objectNode().put("StreamName", "s"));
        Request request =
                new Request("POST", URI.create("/"), credential("kinesis"), "Kinesis_20131202.PutRecord", "", body);
        assertThat(TargetActions.of(request))
                .containsExactly(
                        new Call("collector", "kinesis:PutRecord", "arn:aws:kinesis:us-east-1:000000000000:stream/s"));
    }

    private static Request request(
            String method, String uri, String service, String target, String copySource, String body) {
        return new Request(
                method,
                URI.create(uri),
                credential(service),
                target,
                copySource,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String credential(String service) {
        return "AWS4-HMAC-SHA256 Credential=collector/20260208/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0";
    }
}
