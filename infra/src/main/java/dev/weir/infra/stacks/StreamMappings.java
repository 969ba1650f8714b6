package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Trigger;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.ssm.CfnParameter;

/// What hands the stream's batches to its consumers. Each is exactly as docs/lake.md asks for: whole batches, retried
/// as they are for a day at most, but not until the stream forgets them, and then kept, so that a poisoned shard is
/// held up and nothing is lost.
final class StreamMappings {

    private StreamMappings() {}

    static void create(Names names, List<NativeFunction> functions) {
        for (NativeFunction function : functions) {
            function.spec().batches().ifPresent(batches -> create(names, function, batches));
        }
    }

    private static void create(Names names, NativeFunction function, Trigger.Batches batches) {
        CfnEventSourceMapping mapping = CfnEventSourceMapping.Builder.create(function, "Mapping")
                .functionName(function.arn())
                .eventSourceArn(Fn.sub(names.streamArn()))
                .startingPosition("TRIM_HORIZON")
                .batchSize(batches.batchSize())
                .maximumBatchingWindowInSeconds(batches.window().toSeconds())
                .parallelizationFactor(1)
                .bisectBatchOnFunctionError(false)
                .maximumRetryAttempts(-1)
                .maximumRecordAgeInSeconds(batches.maximumAge().toSeconds())
                .destinationConfig(CfnEventSourceMapping.DestinationConfigProperty.builder()
                        .onFailure(CfnEventSourceMapping.OnFailureProperty.builder()
                                .destination(Fn.sub(names.bucketArn("failed")))
                                .build())
                        .build())
                .metricsConfig(CfnEventSourceMapping.MetricsConfigProperty.builder()
                        .metrics(List.of("EventCount"))
                        .build())
                .build();
        CfnParameter.Builder.create(function, "MappingParameter")
                .name(names.parameter(parameter(function.spec().name())))
                .description("Mapping of " + function.spec().name() + ", which its metrics are known by")
                .type("String")
                .value(mapping.getRef())
                .build();
    }

    static String parameter(String function) {
        return "mapping/" + function;
    }
}
