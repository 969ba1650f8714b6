package dev.weir.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.local.lambda.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final JsonMapper JSON = new JsonMapper();

    static List<Path> environments() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("weir.root"), "infra/src/test/golden"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("environments")
    void everythingInTheReviewedTemplatesIsUnderstood(Path folder) {
        List<ResolvedStack> stacks = Templates.in(folder).resolve(Account.LOCAL);
        assertThat(stacks).hasSize(4);
        assertThat(stacks.stream().flatMap(stack -> stack.resources().stream()))
                .allSatisfy(resource -> assertThat(resource.properties().toString())
                        .as(resource.id())
                        .doesNotContain("\"Ref\"", "Fn::"));
    }

    @Test
    void namesAndReferencesAreThoseOfTheAccount() throws IOException {
        ResolvedStack app =
                Templates.in(environments().getLast()).resolve(Account.LOCAL).get(2);
        Resource role = app.of("AWS::IAM::Role").findFirst().orElseThrow();
        assertThat(role.physicalId()).isEqualTo("weir-trial-collector-us-east-1");
        assertThat(role.text("/Policies/0/PolicyDocument/Statement/0/Resource"))
                .isEqualTo("arn:aws:kinesis:us-east-1:000000000000:stream/weir-trial-events");
        assertThat(role.text("/Policies/0/PolicyDocument/Statement/1/Resource"))
                .as("by way of the parameter store")
                .startsWith("arn:aws:kms:us-east-1:000000000000:key/DataKey");
        assertThat(app.of("AWS::ApiGatewayV2::Integration")
                        .findFirst()
                        .orElseThrow()
                        .text("/IntegrationUri"))
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:weir-trial-collector:live");
    }

    @Test
    void aTypeThatNobodyHasDecidedAboutIsRefused() {
        assertThatThrownBy(() -> resolve("""
                        {"Resources": {"Search": {"Type": "AWS::OpenSearchService::Domain", "Properties": {"Name": "x"}}}}"""))
                .isInstanceOf(CannotApply.class)
                .hasMessageContaining("Search: nothing is known here of AWS::OpenSearchService::Domain Name");
    }

    @Test
    void aPropertyThatNobodyHasDecidedAboutIsRefused() {
        assertThatThrownBy(() -> resolve("""
                        {"Resources": {"Lake": {"Type": "AWS::S3::Bucket",
                            "Properties": {"BucketName": "lake", "ReplicationConfiguration": {}}}}}"""))
                .hasMessageContaining("Lake: nothing is known here of AWS::S3::Bucket ReplicationConfiguration");
    }

    @Test
    void aFunctionThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> resolve("""
                        {"Resources": {"Lake": {"Type": "AWS::S3::Bucket",
                            "Properties": {"BucketName": {"Fn::ImportValue": "other"}}}}}""")).hasMessage("Fn::ImportValue is not understood here");
    }

    @Test
    void aParameterThatNoStackHasMadeIsNamed() {
        assertThatThrownBy(() -> resolve("""
                        {"Parameters": {"Key": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/weir/key"}},
                         "Resources": {}}"""))
                .hasMessage("test needs the parameter /weir/key, which no stack before it has made");
    }

    @Test
    void aResourceThatRefersToItselfIsRefused() {
        assertThatThrownBy(() -> resolve("""
                        {"Resources": {"Lake": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Ref": "Lake"}}}}}""")).hasMessage("Lake refers to itself");
    }

    @Test
    void aReferenceToNothingIsRefused() {
        assertThatThrownBy(() -> resolve("""
                        {"Resources": {"Lake": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::Sub": "${Gone}"}}}}}""")).hasMessage("there is neither a resource nor a parameter Gone");
    }

    @Test
    void whatIsNotEmulatedHasAReason() {
        assertThat(new Emulation().reasons())
                .isNotEmpty()
                .allSatisfy((what, reason) -> assertThat(reason).as(what).contains(" "));
    }

    @Test
    void changesAreThoseOfAChangeSet() throws IOException {
        ResolvedStack before = resolve(bucketAndTable("lake", "pk"));
        assertThat(Change.between(before, before)).isEmpty();
        assertThat(Change.between(before, resolve(bucketAndTable("pond", "id"))))
                .containsExactly(
                        new Change(Change.Kind.REPLACE, "Lake", "AWS::S3::Bucket"),
                        new Change(Change.Kind.REPLACE, "Table", "AWS::DynamoDB::Table"));
        assertThat(Change.between(ResolvedStack.nothing("test"), before))
                .extracting(Change::kind)
                .containsOnly(Change.Kind.ADD);
        assertThat(Change.between(before, ResolvedStack.nothing("test")))
                .extracting(Change::kind)
                .containsOnly(Change.Kind.REMOVE);
        ObjectNode tagged = JSON.readValue(bucketAndTable("lake", "pk"), ObjectNode.class);
        ((ObjectNode) tagged.at("/Resources/Lake/Properties")).putArray("Tags").add("t");
        assertThat(Change.between(before, resolve(tagged.toString())))
                .containsExactly(new Change(Change.Kind.MODIFY, "Lake", "AWS::S3::Bucket"));
    }

    private static String bucketAndTable(String bucket, String key) {
        return """
                {"Resources": {
                    "Lake": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "%s"}},
                    "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "t", "KeySchema": ["%s"]}}}}
                """.formatted(bucket, key);
    }

    private static ResolvedStack resolve(String template) throws IOException {
        Map<String, String> stored = new TreeMap<>();
        JsonNode content = JSON.readTree(template);
        return new Template("test", content).resolve(Account.LOCAL, stored);
    }
}
