package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.infra.functions.Trigger;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An environment whose API is `rest`.
class RestFrontTest {

    private static final JsonNode APP = Templates.of(Templates.FIREWALL, "app");
    private static final String IP_REPUTATION = "AWSManagedRulesAmazonIpReputationList";
    private static final String COMMON = "AWSManagedRulesCommonRuleSet";
    private static final String BAD_INPUTS = "AWSManagedRulesKnownBadInputsRuleSet";

    @Test
    void hasTheRoutesOfTheHttpApiAndNoHttpApi() {
        Set<String> routes = Templates.deployment(Templates.FIREWALL).functions().stream()
                .flatMap(function -> function.routes())
                .map((Trigger.Http route) -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(methods().map(method -> method.path("HttpMethod").asText() + " " + path(method.path("ResourceId"))))
                .containsExactlyInAnyOrderElementsOf(routes);
        assertThat(APP.toString()).doesNotContain("AWS::ApiGatewayV2::");
    }

    @Test
    void eachRouteInvokesTheAliasOfItsFunctionWithinTheBoundOfTheGateway() {
        assertThat(methods()).allSatisfy(method -> {
            assertThat(method.at("/Integration/Type").asText()).isEqualTo("AWS_PROXY");
            assertThat(method.at("/Integration/Uri/Fn::Sub/1/Function/Ref").asText())
                    .contains("Live");
            assertThat(method.at("/Integration/TimeoutInMillis").asInt()).isLessThanOrEqualTo(29_000);
        });
    }

    @Test
    void onlyThisStageMayInvokeTheFunctions() {
        assertThat(Templates.resources(APP, "AWS::Lambda::Permission").values())
                .filteredOn(one -> one.at("/Properties/Principal").asText().startsWith("apigateway"))
                .hasSize(3)
                .allSatisfy(one -> assertThat(Templates.text(one.at("/Properties/SourceArn")))
                        .endsWith(":${Api}/live/*"));
    }

    @Test
    void theApiIsOfItsRegionByTls12AndPassesCompressedBodies() {
        JsonNode api = only("AWS::ApiGateway::RestApi");

        assertThat(api.at("/EndpointConfiguration/Types/0").asText()).isEqualTo("REGIONAL");
        assertThat(api.path("SecurityPolicy").asText()).isEqualTo("TLS_1_2");
        assertThat(api.at("/BinaryMediaTypes/0").asText()).isEqualTo("*/*");
        assertThat(api.has("MinimumCompressionSize"))
                .as("the API does not unpack")
                .isFalse();
    }

    @Test
    void theStageLetsThroughWhatTheEnvironmentSays() {
        JsonNode settings = only("AWS::ApiGateway::Stage").at("/MethodSettings/0");

        assertThat(settings.path("ResourcePath").asText()
                        + settings.path("HttpMethod").asText())
                .isEqualTo("/**");
        assertThat(settings.path("ThrottlingRateLimit").asInt()).isEqualTo(2000);
        assertThat(settings.path("ThrottlingBurstLimit").asInt()).isEqualTo(4000);
    }

    @Test
    void nothingThatIsLoggedKnowsAnybody() {
        JsonNode stage = only("AWS::ApiGateway::Stage");

        assertThat(stage.at("/AccessLogSetting/Format").asText())
                .contains("$context.status")
                .doesNotContain("identity", "sourceIp", "userAgent", "$context.path");
        assertThat(stage.at("/MethodSettings/0/LoggingLevel").asText()).isEqualTo("OFF");
        assertThat(stage.at("/MethodSettings/0/DataTraceEnabled").asBoolean(true))
                .isFalse();
        assertThat(stage.has("TracingEnabled")).isFalse();
        assertThat(only("AWS::WAFv2::WebACL").findValues("SampledRequestsEnabled"))
                .hasSize(5)
                .allSatisfy(sampled -> assertThat(sampled.booleanValue())
                        .as("samples have credentials")
                        .isFalse());
        assertThat(Templates.resources(APP, "AWS::WAFv2::LoggingConfiguration")).isEmpty();
    }

    /// Else the new API's log could not be made while the old one's is there.
    @Test
    void anEnvironmentCanGoFromOneApiToTheOther() {
        assertThat(accessLog(APP, "firewall"))
                .isEqualTo("/aws/apigateway/weir-firewall-rest-api")
                .isNotEqualTo(
                        accessLog(Templates.production("app"), "production").replace("production", "firewall"));
        assertThat(Templates.of(Templates.FIREWALL, "observability").toString())
                .contains("\"/aws/apigateway/weir-firewall-rest-api\"");
    }

    private static String accessLog(JsonNode app, String environment) {
        return Templates.resources(app, "AWS::Logs::LogGroup").values().stream()
                .map(log -> log.at("/Properties/LogGroupName").asText())
                .filter(name -> name.startsWith("/aws/apigateway/weir-" + environment))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDeploymentCopiesAllMethodsAndAnswers() {
        JsonNode deployment = Templates.resources(APP, "AWS::ApiGateway::Deployment")
                .values()
                .iterator()
                .next();

        Set<String> copied = new TreeSet<>(
                Templates.resources(APP, "AWS::ApiGateway::Method").keySet());
        copied.addAll(
                Templates.resources(APP, "AWS::ApiGateway::GatewayResponse").keySet());
        assertThat(deployment.path("DependsOn").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(copied);
    }

    @ParameterizedTest(name = "{0}: {1}, Retry-After {2}")
    @CsvSource({"THROTTLED, 429, '''1'''", "MISSING_AUTHENTICATION_TOKEN, 404, ''"})
    void whatTheApiAnswersByItselfIsAProblem(String type, int status, String retryAfter) {
        JsonNode response = Templates.resources(APP, "AWS::ApiGateway::GatewayResponse").values().stream()
                .map(one -> one.path("Properties"))
                .filter(one -> one.path("ResponseType").asText().equals(type))
                .findFirst()
                .orElseThrow();

        assertThat(response.path("StatusCode").asInt()).isEqualTo(status);
        assertThat(response.at("/ResponseTemplates/application~1json").asText()).contains("\"status\":" + status);
        assertThat(response.at("/ResponseParameters/gatewayresponse.header.Content-Type")
                        .asText())
                .isEqualTo("'application/problem+json'");
        assertThat(response.at("/ResponseParameters/gatewayresponse.header.Retry-After")
                        .asText())
                .isEqualTo(retryAfter);
    }

    @Test
    void theFirewallStandsBeforeTheStage() {
        JsonNode guarded = only("AWS::WAFv2::WebACLAssociation");

        JsonNode arn = guarded.at("/ResourceArn/Fn::Join/1");
        assertThat(Templates.text(arn.path(0))).endsWith(":apigateway:${AWS::Region}::/restapis/");
        assertThat(Templates.resources(APP, "AWS::ApiGateway::RestApi"))
                .containsKey(arn.at("/1/Ref").asText());
        assertThat(arn.path(2).asText()).isEqualTo("/stages/live");
        assertThat(guarded.at("/WebACLArn/Fn::GetAtt/0").asText())
                .isEqualTo(Templates.resources(APP, "AWS::WAFv2::WebACL")
                        .keySet()
                        .iterator()
                        .next());
    }

    @Test
    void anAddressThatSendsTooMuchIsToldToWait() {
        JsonNode rule = rule("RequestsPerAddress");

        assertThat(rule.at("/Statement/RateBasedStatement/Limit").asInt()).isEqualTo(10_000);
        assertThat(rule.at("/Statement/RateBasedStatement/EvaluationWindowSec").asInt())
                .isEqualTo(300);
        assertThat(rule.at("/Action/Block/CustomResponse/ResponseCode").asInt()).isEqualTo(429);
        assertThat(rule.at("/Action/Block/CustomResponse/ResponseHeaders/0/Name")
                        .asText())
                .isEqualTo("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {IP_REPUTATION, COMMON, BAD_INPUTS})
    void knownAbuseIsTurnedAway(String group) {
        JsonNode rule = rule(group);

        assertThat(rule.at("/Statement/ManagedRuleGroupStatement/Name").asText())
                .isEqualTo(group);
        assertThat(rule.at("/OverrideAction/None").isObject())
                .as("and not only counted")
                .isTrue();
    }

    /// A batch with a stack trace, an address of a page or markup in it is data.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        COMMON + ", CrossSiteScripting_BODY",
        COMMON + ", EC2MetaDataSSRF_BODY",
        COMMON + ", GenericLFI_BODY",
        COMMON + ", GenericRFI_BODY",
        COMMON + ", SizeRestrictions_BODY",
        COMMON + ", NoUserAgent_HEADER",
        BAD_INPUTS + ", JavaDeserializationRCE_BODY",
        BAD_INPUTS + ", Log4JRCE_BODY",
        BAD_INPUTS + ", ReactJSRCE_BODY"
    })
    void aBatchIsNotTurnedAwayForWhatItSays(String group, String name) {
        assertThat(rule(group)
                        .at("/Statement/ManagedRuleGroupStatement/RuleActionOverrides")
                        .valueStream()
                        .filter(one -> one.path("Name").asText().equals(name)))
                .singleElement()
                .matches(one -> one.at("/ActionToUse/Count").isObject());
    }

    @Test
    void theAlarmsAndDashboardsReadWhatARestApiMeasures() {
        JsonNode watching = Templates.of(Templates.FIREWALL, "observability");

        assertThat(watching.toString())
                .contains("5XXError", "4XXError", "\"ApiName\"", "weir-firewall-api")
                .doesNotContain("api-id", "\"5xx\"");
    }

    /// Rules of others may come to take batches for attacks.
    @Test
    void turnedAwayRequestsRaiseAnAlarm() {
        JsonNode alarm = Templates.resources(
                        Templates.of(Templates.FIREWALL, "observability"), "AWS::CloudWatch::Alarm")
                .values()
                .stream()
                .map(one -> one.path("Properties"))
                .filter(one -> one.path("AlarmName").asText().equals("weir-firewall-turned-away"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no alarm turned-away"));

        assertThat(alarm.at("/AlarmActions/0/Ref").asText())
                .as("whom turned-away tells")
                .isEqualTo("Alarms");
        assertThat(alarm.at("/AlarmDescription").asText()).endsWith("docs/operations/incidents.md#turned-away");
        assertThat(alarm.path("Threshold").asInt()).isEqualTo(5);
        assertThat(alarm.findValuesAsText("MetricName"))
                .containsExactlyInAnyOrder("AllowedRequests", "BlockedRequests");
    }

    @Test
    void theLogOfRequestsIsKeptForAsLongAsTheEnvironmentSays() {
        JsonNode log = Templates.resources(APP, "AWS::Logs::LogGroup").values().stream()
                .map(one -> one.path("Properties"))
                .filter(one -> one.path("LogGroupName").asText().endsWith("-rest-api"))
                .findFirst()
                .orElseThrow();

        assertThat(log.path("RetentionInDays").asInt())
                .as("how long rest-api is kept")
                .isEqualTo(30);
    }

    private static JsonNode rule(String name) {
        return only("AWS::WAFv2::WebACL")
                .path("Rules")
                .valueStream()
                .filter(rule -> rule.path("Name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the firewall has no rule " + name));
    }

    private static String path(JsonNode resourceId) {
        if (!resourceId.has("Ref")) {
            return "";
        }
        JsonNode resource =
                Templates.resource(APP, resourceId.path("Ref").asText()).path("Properties");
        return path(resource.path("ParentId")) + "/" + resource.path("PathPart").asText();
    }

    private static Stream<JsonNode> methods() {
        return Templates.resources(APP, "AWS::ApiGateway::Method").values().stream()
                .map(one -> one.path("Properties"));
    }

    private static JsonNode only(String type) {
        Map<String, JsonNode> found = Templates.resources(APP, type);
        assertThat(found).as(type).hasSize(1);
        return found.values().iterator().next().path("Properties");
    }
}
