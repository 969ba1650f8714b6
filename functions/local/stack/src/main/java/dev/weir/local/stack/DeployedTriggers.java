package dev.weir.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.gateway.Route;
import dev.weir.local.lambda.Schedule;
import dev.weir.local.mapping.MappingSpec;
import dev.weir.local.mapping.QueueMappingSpec;
import dev.weir.local.template.CannotApply;
import dev.weir.local.template.Rate;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What sets the functions of a template going.
record DeployedTriggers(ResolvedStack app, DeployedFunctions functions) {

    private static final String STREAM = ":stream/";
    private static final String FUNCTION = "/functions/";
    private static final String QUEUE = ":sqs:";
    private static final String BUCKET = "arn:aws:s3:::";

    Deployment.Triggers all() {
        refuseTextualBodies();
        List<Route> routes = Stream.concat(
                        app.of("AWS::ApiGatewayV2::Route").map(this::route),
                        app.of("AWS::ApiGateway::Method").map(this::method))
                .toList();
        List<Resource> mappings = mappings(false);
        List<Schedule.Rule> schedule =
                app.of("AWS::Scheduler::Schedule").map(DeployedTriggers::rule).toList();
        return new Deployment.Triggers(
                routes,
                mappings.stream().map(this::mapping).toList(),
                mappings(true).stream().map(this::queueMapping).toList(),
                schedule,
                failedBucket(mappings));
    }

    private List<Resource> mappings(boolean ofQueues) {
        return app.of("AWS::Lambda::EventSourceMapping")
                .filter(mapping -> mapping.text("/EventSourceArn").contains(QUEUE) == ofQueues)
                .toList();
    }

    private QueueMappingSpec queueMapping(Resource mapping) {
        String function = DeployedFunctions.named(mapping.text("/FunctionName"));
        return new QueueMappingSpec(
                functions.shortName(function),
                DeployedQueues.named(mapping.text("/EventSourceArn"), ":"),
                function,
                mapping.number("/BatchSize", 10));
    }

    private Route route(Resource route) {
        String[] key = route.text("/RouteKey").split(" ", 2);
        String integration = route.text("/Target").replaceFirst("^integrations/", "");
        return new Route(
                key[0],
                key[1],
                app.of("AWS::ApiGatewayV2::Integration")
                        .filter(one -> one.physicalId().equals(integration))
                        .map(one -> DeployedFunctions.named(one.text("/IntegrationUri")))
                        .findFirst()
                        .orElseThrow(() -> new CannotApply(route.id() + " leads to no integration")));
    }

    /// A REST API that takes some media types for text breaks compressed bodies of them; this machine's never does.
    private void refuseTextualBodies() {
        app.of("AWS::ApiGateway::RestApi").forEach(api -> {
            if (!api.text("/BinaryMediaTypes/0").equals("*/*")) {
                throw new CannotApply(api.id() + ": all media types must be binary");
            }
        });
    }

    private Route method(Resource method) {
        String uri = method.text("/Integration/Uri");
        if (!method.text("/Integration/Type").equals("AWS_PROXY") || !uri.contains(FUNCTION)) {
            throw new CannotApply(method.id() + ": methods invoke functions as proxies here");
        }
        String arn = uri.substring(uri.indexOf(FUNCTION) + FUNCTION.length()).replaceFirst("/invocations$", "");
        return new Route(
                method.text("/HttpMethod"),
                path(method.text("/ResourceId")),
                DeployedFunctions.named(arn),
                Route.Payload.REST);
    }

    /// Path of a resource of a REST API, from the root on.
    private String path(String resourceId) {
        return app.of("AWS::ApiGateway::Resource")
                .filter(resource -> resource.physicalId().equals(resourceId))
                .findFirst()
                .map(resource -> path(resource.text("/ParentId")) + "/" + resource.text("/PathPart"))
                .orElse("");
    }

    private MappingSpec mapping(Resource mapping) {
        String source = mapping.text("/EventSourceArn");
        if (!source.contains(STREAM)) {
            throw new CannotApply(
                    mapping.id() + ": only streams and queues feed functions here, and " + source + " is none");
        }
        if (mapping.number("/ParallelizationFactor", 1) != 1
                || !mapping.text("/StartingPosition").equals("TRIM_HORIZON")) {
            throw new CannotApply(mapping.id() + ": shards are read one batch at a time, from the oldest record on");
        }
        String function = DeployedFunctions.named(mapping.text("/FunctionName"));
        return new MappingSpec(
                functions.shortName(function),
                source.substring(source.indexOf(STREAM) + STREAM.length()),
                function,
                mapping.number("/BatchSize", 100),
                Duration.ofSeconds(mapping.number("/MaximumBatchingWindowInSeconds", 0)),
                mapping.each("/FunctionResponseTypes").stream()
                        .map(JsonNode::asText)
                        .anyMatch("ReportBatchItemFailures"::equals),
                mapping.properties().path("BisectBatchOnFunctionError").asBoolean(),
                mapping.number("/MaximumRetryAttempts", -1),
                recordAge(mapping));
    }

    private static Duration recordAge(Resource mapping) {
        int seconds = mapping.number("/MaximumRecordAgeInSeconds", -1);
        return seconds < 0 ? MappingSpec.LONGEST_RECORD_AGE : Duration.ofSeconds(seconds);
    }

    private static Schedule.Rule rule(Resource schedule) {
        return new Schedule.Rule(
                DeployedFunctions.named(schedule.text("/Target/Arn")),
                schedule.text("/Target/Input").getBytes(StandardCharsets.UTF_8),
                Rate.of(schedule.text("/ScheduleExpression")));
    }

    private static String failedBucket(List<Resource> mappings) {
        List<String> buckets = mappings.stream()
                .map(mapping -> mapping.text("/DestinationConfig/OnFailure/Destination"))
                .distinct()
                .toList();
        if (buckets.size() != 1 || !buckets.getFirst().startsWith(BUCKET)) {
            throw new CannotApply("mappings give up batches to one bucket, not to " + buckets);
        }
        return buckets.getFirst().substring(BUCKET.length());
    }
}
