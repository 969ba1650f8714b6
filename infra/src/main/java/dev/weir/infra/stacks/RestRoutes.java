package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.apigateway.CfnMethod;
import software.amazon.awscdk.services.apigateway.CfnResource;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/// The routes of functions in a REST API: a resource for each segment of a path, and a method for each route.
final class RestRoutes {

    private static final String INVOCATION =
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function}/invocations";

    /// API Gateway's bound for REST APIs.
    private static final Duration LONGEST = Duration.ofSeconds(29);

    private final Construct scope;
    private final Names names;
    private final CfnRestApi api;
    private final Map<String, CfnResource> resources = new TreeMap<>();
    private final Map<String, CfnMethod> methods = new TreeMap<>();

    RestRoutes(Construct scope, Names names, CfnRestApi api) {
        this.scope = scope;
        this.names = names;
        this.api = api;
    }

    void add(NativeFunction function) {
        List<Trigger.Http> routes = function.spec().routes().toList();
        if (routes.isEmpty()) {
            return;
        }
        CfnPermission.Builder.create(function, "CalledByApi")
                .action("lambda:InvokeFunction")
                .functionName(function.arn())
                .principal("apigateway.amazonaws.com")
                .sourceArn(Fn.sub(
                        names.arn("execute-api", "${Api}") + "/" + RestFront.STAGE + "/*", Map.of("Api", api.getRef())))
                .build();
        routes.forEach(route -> add(route, function));
    }

    List<CfnMethod> methods() {
        return new ArrayList<>(methods.values());
    }

    /// Everything that tells one set of routes from another.
    String description() {
        return methods.keySet().toString();
    }

    private void add(Trigger.Http route, NativeFunction function) {
        Duration timeout = function.spec().size().timeout();
        CfnMethod method = CfnMethod.Builder.create(scope, "Method" + letters(route.method() + route.path()))
                .restApiId(api.getRef())
                .resourceId(resource(route.path()))
                .httpMethod(route.method())
                .authorizationType("NONE")
                .integration(CfnMethod.IntegrationProperty.builder()
                        .type("AWS_PROXY")
                        .integrationHttpMethod("POST")
                        .uri(Fn.sub(INVOCATION, Map.of("Function", function.arn())))
                        .timeoutInMillis((timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout).toMillis())
                        .build())
                .build();
        methods.put(route.method() + " " + route.path() + " " + function.spec().name() + " " + timeout, method);
    }

    /// Id of the resource at a path; those above it are made as well.
    private String resource(String path) {
        if (path.isEmpty()) {
            return api.getAttrRootResourceId();
        }
        CfnResource known = resources.get(path);
        if (known != null) {
            return known.getRef();
        }
        int last = path.lastIndexOf('/');
        CfnResource made = CfnResource.Builder.create(scope, "Path" + letters(path))
                .restApiId(api.getRef())
                .parentId(resource(path.substring(0, last)))
                .pathPart(path.substring(last + 1))
                .build();
        resources.put(path, made);
        return made.getRef();
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "");
    }
}
