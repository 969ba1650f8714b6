package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Trigger;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;

/// What hands messages of queues to their functions. A function names the messages that failed, and these alone come
/// again.
final class QueueMappings {

    private QueueMappings() {}

    static void create(Names names, List<NativeFunction> functions) {
        for (NativeFunction function : functions) {
            function.spec().messages().ifPresent(messages -> create(names, function, messages));
        }
    }

    private static void create(Names names, NativeFunction function, Trigger.Messages messages) {
        CfnEventSourceMapping.Builder.create(function, "Mapping")
                .functionName(function.arn())
                .eventSourceArn(Fn.sub(names.queueArn(messages.queue())))
                .batchSize(messages.batchSize())
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .scalingConfig(CfnEventSourceMapping.ScalingConfigProperty.builder()
                        .maximumConcurrency(messages.atOnce())
                        .build())
                .build();
    }
}
