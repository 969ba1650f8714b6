package dev.weir.infra.stacks;

import dev.weir.infra.environment.Environment;
import dev.weir.infra.functions.Names;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/// What holds data: key, stream, buckets, tables, and the tables of the lake. All of it stays when the stack goes.
final class DataStack extends Stack {

    /// Under which the other stacks find the key's ARN.
    static final String KEY_PARAMETER = "data-key-arn";

    private final Environment environment;
    private final Names names;

    DataStack(Construct scope, Deployment deployment) {
        super(scope, "data", WeirApp.props(deployment, "data", "stream, buckets, tables, queues and their key"));
        this.environment = deployment.environment();
        this.names = deployment.names();
        Key key = key();
        stream(key);
        buckets(key);
        Tables.create(this, names);
        SurgeQueues.create(this, names, key);
        PseudonymKeys.create(this, names, key);
        new Lake(this, deployment);
    }

    private Key key() {
        Key key = Key.Builder.create(this, "DataKey")
                .alias("alias/" + names.of("data"))
                .description("Encrypts the events of " + names.environment())
                .enableKeyRotation(true)
                .pendingWindow(Duration.days(30))
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .build();
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsToTheTopic")
                .effect(Effect.ALLOW)
                .principals(List.of(
                        new ServicePrincipal("cloudwatch.amazonaws.com"),
                        new ServicePrincipal("budgets.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build());
        StringParameter.Builder.create(this, "DataKeyParameter")
                .parameterName(names.parameter(KEY_PARAMETER))
                .description("Key of what holds events")
                .stringValue(key.getKeyArn())
                .build();
        return key;
    }

    private void stream(Key key) {
        Stream.Builder stream = Stream.Builder.create(this, "Events")
                .streamName(names.stream())
                .encryption(StreamEncryption.KMS)
                .encryptionKey(key)
                .retentionPeriod(Duration.hours(environment.retention().streamHours()))
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        Integer shards = environment.capacity().shards();
        switch (environment.capacity().profile()) {
            case SMALL -> stream.streamMode(StreamMode.PROVISIONED).shardCount(1);
            case STEADY -> stream.streamMode(StreamMode.PROVISIONED).shardCount(shards);
            case ON_DEMAND -> stream.streamMode(StreamMode.ON_DEMAND);
        }
        stream.build();
    }

    private void buckets(Key key) {
        Buckets buckets = new Buckets(this, names);
        Buckets.make(buckets.encrypted("lake", key)
                .versioned(true)
                .lifecycleRules(List.of(Buckets.oldVersions(), Buckets.unfinished())));
        for (String name : List.of("quarantine", "failed", "results", "exports")) {
            Buckets.make(buckets.encrypted(name, key).lifecycleRules(Buckets.expiring()));
        }
        Buckets.make(buckets.encrypted("settings", key).versioned(true).lifecycleRules(List.of(Buckets.unfinished())));
        Buckets.make(buckets.encrypted("audit", key)
                .versioned(true)
                .objectLockEnabled(true)
                .objectLockDefaultRetention(lock()));
    }

    private ObjectLockRetention lock() {
        Duration years = Duration.days(365 * environment.audit().years());
        return switch (environment.audit().lockMode()) {
            case GOVERNANCE -> ObjectLockRetention.governance(years);
            case COMPLIANCE -> ObjectLockRetention.compliance(years);
        };
    }
}
