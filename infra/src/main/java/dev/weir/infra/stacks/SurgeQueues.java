package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Options;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// The queue for what the stream refuses, and the one for what cannot be drained. They are there in every environment,
/// for they hold events and cost nothing while nobody uses them.
final class SurgeQueues {

    /// Three times what a batch of messages may take.
    private static final Duration HIDDEN = Duration.minutes(3);

    /// About a day of attempts.
    private static final int RECEIVES = 500;

    private SurgeQueues() {}

    static void create(Construct scope, Names names, IKey key) {
        Queue dead = queue(scope, names, "surge-dead", key).build();
        Queue surge = queue(scope, names, "surge", key)
                .visibilityTimeout(HIDDEN)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(dead)
                        .maxReceiveCount(RECEIVES)
                        .build())
                .build();
        dead.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        surge.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }

    private static Queue.Builder queue(Construct scope, Names names, String name, IKey key) {
        return Queue.Builder.create(scope, name.equals("surge") ? "SurgeQueue" : "SurgeDeadQueue")
                .queueName(names.of(name))
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .dataKeyReuse(Duration.hours(1))
                .enforceSsl(true)
                .retentionPeriod(Duration.days((int) Options.SURGE_KEEPS.toDays()));
    }
}
