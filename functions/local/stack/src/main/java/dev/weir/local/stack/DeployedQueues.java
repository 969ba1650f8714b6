package dev.weir.local.stack;

import dev.weir.local.emulators.sqs.QueueSpec;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// The queues of a stack, with the defaults of
/// [SQS](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queue.html).
record DeployedQueues(ResolvedStack stack) {

    private static final int VISIBILITY_SECONDS = 30;
    private static final int RETENTION_SECONDS = 345_600;

    /// Those for dead letters first, as they have to be made.
    List<QueueSpec> specs() {
        return stack.of("AWS::SQS::Queue")
                .map(DeployedQueues::spec)
                .sorted(Comparator.comparing(spec -> spec.deadLetters() != null))
                .toList();
    }

    private static QueueSpec spec(Resource queue) {
        String name = queue.text("/QueueName");
        Duration retention = Duration.ofSeconds(queue.number("/MessageRetentionPeriod", RETENTION_SECONDS));
        if (queue.properties().path("RedrivePolicy").isMissingNode()) {
            return QueueSpec.deadLetters(name, retention);
        }
        return new QueueSpec(
                name,
                Duration.ofSeconds(queue.number("/VisibilityTimeout", VISIBILITY_SECONDS)),
                retention,
                queue.number("/RedrivePolicy/maxReceiveCount", 1),
                named(queue.text("/RedrivePolicy/deadLetterTargetArn"), ":"));
    }

    /// The name of the queue at the end of an ARN or a URL.
    static String named(String place, String separator) {
        return place.substring(place.lastIndexOf(separator) + 1);
    }
}
