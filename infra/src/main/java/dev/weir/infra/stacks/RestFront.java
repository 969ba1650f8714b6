package dev.weir.infra.stacks;

import dev.weir.infra.environment.Environment;
import dev.weir.infra.functions.Names;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.apigateway.CfnDeployment;
import software.amazon.awscdk.services.apigateway.CfnGatewayResponse;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.CfnStage;
import software.constructs.Construct;

/// A REST API in place of the HTTP API, because only that can have a firewall before it. Bodies reach the functions as
/// base64, since all media types are binary: otherwise compressed ones, which say that they are JSON, would be read as
/// text and broken.
final class RestFront extends Construct {

    /// Part of the URL. Functions do not see it.
    static final String STAGE = "live";

    /// What the API answers by itself, in the form that the functions' problems have. A path that is not known is a 403
    /// of this type unless it is said otherwise.
    private static final List<Problem> PROBLEMS = List.of(
            new Problem("THROTTLED", 429, "Too Many Requests", "1"),
            new Problem("MISSING_AUTHENTICATION_TOKEN", 404, "Not Found", ""));

    private final Names names;
    private final CfnRestApi api;

    RestFront(Construct scope, Deployment deployment, List<NativeFunction> functions) {
        super(scope, "Rest");
        this.names = deployment.names();
        this.api = CfnRestApi.Builder.create(this, "Api")
                .name(names.of("api"))
                .description("Events in, counters out, requests of privacy")
                .endpointConfiguration(CfnRestApi.EndpointConfigurationProperty.builder()
                        .types(List.of("REGIONAL"))
                        .build())
                .binaryMediaTypes(List.of("*/*"))
                .securityPolicy("TLS_1_2")
                .build();
        RestRoutes routes = new RestRoutes(this, names, api);
        functions.forEach(routes::add);
        List<CfnGatewayResponse> problems =
                PROBLEMS.stream().map(this::response).toList();
        CfnStage stage = stage(deployment, snapshot(routes, problems));
        new Firewall(this, deployment).guard(stage, api);
    }

    String url() {
        return Fn.sub(
                "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/" + STAGE, Map.of("Api", api.getRef()));
    }

    /// @param type of the answer, as API Gateway names it
    /// @param retryAfter seconds; empty where coming again is of no use
    private record Problem(String type, int status, String title, String retryAfter) {

        Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>();
            headers.put("gatewayresponse.header.Content-Type", "'application/problem+json'");
            if (!retryAfter.isEmpty()) {
                headers.put("gatewayresponse.header.Retry-After", "'" + retryAfter + "'");
            }
            return headers;
        }

        String json() {
            return "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + "}";
        }
    }

    private CfnGatewayResponse response(Problem problem) {
        return CfnGatewayResponse.Builder.create(this, problem.type().replace("_", ""))
                .restApiId(api.getRef())
                .responseType(problem.type())
                .statusCode(Integer.toString(problem.status()))
                .responseParameters(problem.headers())
                .responseTemplates(Map.of("application/json", problem.json()))
                .build();
    }

    /// A deployment is a copy of the API as it is when it is made, so everything that it copies is in its name.
    private CfnDeployment snapshot(RestRoutes routes, List<CfnGatewayResponse> problems) {
        String content = routes.description() + PROBLEMS + api.getBinaryMediaTypes();
        CfnDeployment snapshot = CfnDeployment.Builder.create(
                        this, "Deployment" + HexFormat.of().toHexDigits(content.hashCode()))
                .restApiId(api.getRef())
                .build();
        routes.methods().forEach(snapshot::addResourceDependency);
        problems.forEach(snapshot::addResourceDependency);
        return snapshot;
    }

    /// Neither logs of executions nor traces: both have parts of requests.
    private CfnStage stage(Deployment deployment, CfnDeployment snapshot) {
        Environment.Throttle throttle = deployment.environment().throttle();
        return CfnStage.Builder.create(this, "Stage")
                .restApiId(api.getRef())
                .deploymentId(snapshot.getRef())
                .stageName(STAGE)
                .methodSettings(List.of(CfnStage.MethodSettingProperty.builder()
                        .resourcePath("/*")
                        .httpMethod("*")
                        .throttlingRateLimit(throttle.requestsPerSecond())
                        .throttlingBurstLimit(throttle.burst())
                        .loggingLevel("OFF")
                        .dataTraceEnabled(false)
                        .build()))
                .accessLogSetting(CfnStage.AccessLogSettingProperty.builder()
                        .destinationArn(AccessLog.in(this, deployment).getAttrArn())
                        .format(AccessLog.line("$context.httpMethod $context.resourcePath"))
                        .build())
                .build();
    }
}
