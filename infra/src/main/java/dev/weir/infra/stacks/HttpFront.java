package dev.weir.infra.stacks;

import dev.weir.infra.environment.Environment;
import dev.weir.infra.environment.Front;
import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.ssm.CfnParameter;
import software.constructs.Construct;

/// The HTTP API. It answers no preflight, and authenticates nobody unless the environment says so: write keys and
/// tokens share a route, and the functions know both.
final class HttpFront extends Construct {

    /// Parameter that says which API it is.
    static final String API_ID = "api-id";

    private final Names names;
    private final CfnApi api;

    HttpFront(Construct scope, Deployment deployment, List<NativeFunction> functions) {
        super(scope, "Http");
        this.names = deployment.names();
        this.api = CfnApi.Builder.create(this, "Api")
                .name(names.of("api"))
                .description("Events in, counters out, requests of privacy")
                .protocolType("HTTP")
                .build();
        Optional<CfnAuthorizer> authorizer = authorizer(deployment.environment().front());
        functions.forEach(function -> routes(function, authorizer));
        stage(deployment);
        CfnParameter.Builder.create(this, "ApiParameter")
                .name(names.parameter(API_ID))
                .description("The API, which its metrics are known by")
                .type("String")
                .value(api.getRef())
                .build();
    }

    String url() {
        return api.getAttrApiEndpoint();
    }

    private Optional<CfnAuthorizer> authorizer(Front front) {
        return Optional.ofNullable(front.jwtAuthorizer())
                .map(tokens -> CfnAuthorizer.Builder.create(this, "Tokens")
                        .apiId(api.getRef())
                        .name(names.of("tokens"))
                        .authorizerType("JWT")
                        .identitySource(List.of("$request.header.Authorization"))
                        .jwtConfiguration(CfnAuthorizer.JWTConfigurationProperty.builder()
                                .issuer(tokens.issuer())
                                .audience(tokens.audiences())
                                .build())
                        .build());
    }

    private void routes(NativeFunction function, Optional<CfnAuthorizer> authorizer) {
        List<Trigger.Http> routes = function.spec().routes().toList();
        if (routes.isEmpty()) {
            return;
        }
        CfnIntegration integration = CfnIntegration.Builder.create(function, "Integration")
                .apiId(api.getRef())
                .integrationType("AWS_PROXY")
                .integrationUri(function.arn())
                .payloadFormatVersion("2.0")
                .timeoutInMillis(function.spec().size().timeout().toMillis())
                .build();
        CfnPermission.Builder.create(function, "CalledByApi")
                .action("lambda:InvokeFunction")
                .functionName(function.arn())
                .principal("apigateway.amazonaws.com")
                .sourceArn(Fn.sub(names.arn("execute-api", "${Api}") + "/*/*", Map.of("Api", api.getRef())))
                .build();
        for (Trigger.Http route : routes) {
            CfnRoute resource = CfnRoute.Builder.create(function, id(route))
                    .apiId(api.getRef())
                    .routeKey(route.method() + " " + route.path())
                    .authorizationType("NONE")
                    .target("integrations/" + integration.getRef())
                    .build();
            authorizer.filter(_ -> takesEvents(route)).ifPresent(tokens -> {
                resource.setAuthorizationType("JWT");
                resource.setAuthorizerId(tokens.getRef());
            });
        }
    }

    private static String id(Trigger.Http route) {
        return "Route" + (route.method() + route.path()).replaceAll("[^A-Za-z0-9]", "");
    }

    /// Counters and requests of privacy have keys of their own.
    private static boolean takesEvents(Trigger.Http route) {
        return route.method().equals("POST") && route.path().equals("/v1/events");
    }

    private void stage(Deployment deployment) {
        Environment.Throttle throttle = deployment.environment().throttle();
        CfnLogGroup log = AccessLog.in(this, deployment);
        CfnStage.Builder.create(this, "Stage")
                .apiId(api.getRef())
                .stageName("$default")
                .autoDeploy(true)
                .defaultRouteSettings(CfnStage.RouteSettingsProperty.builder()
                        .throttlingRateLimit(throttle.requestsPerSecond())
                        .throttlingBurstLimit(throttle.burst())
                        .detailedMetricsEnabled(true)
                        .build())
                .accessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                        .destinationArn(log.getAttrArn())
                        .format(AccessLog.line("$context.routeKey"))
                        .build())
                .build();
    }
}
