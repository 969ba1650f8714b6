package dev.weir.infra.stacks;

import dev.weir.infra.functions.FunctionSpec;
import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Permission;
import dev.weir.infra.functions.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// The role of a function: what its row says, and what its log, its files and its triggers need.
record FunctionRole(Names names, FunctionSpec spec) {

    /// Makes it, and says its ARN.
    String in(Construct scope) {
        return CfnRole.Builder.create(scope, "Role")
                .roleName(Fn.sub(names.of(spec.name()) + "-${AWS::Region}"))
                .description("What " + names.of(spec.name()) + " may do")
                .assumeRolePolicyDocument(trust())
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("least")
                        .policyDocument(policy())
                        .build()))
                .build()
                .getAttrArn();
    }

    private static PolicyDocument trust() {
        PolicyDocument trust = new PolicyDocument();
        trust.addStatements(PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(List.of("sts:AssumeRole"))
                .principals(List.of(new ServicePrincipal("lambda.amazonaws.com")))
                .build());
        return trust;
    }

    private PolicyDocument policy() {
        PolicyDocument policy = new PolicyDocument();
        all().forEach(permission -> policy.addStatements(statement(permission)));
        return policy;
    }

    private static PolicyStatement statement(Permission permission) {
        return PolicyStatement.Builder.create()
                .sid(permission.sid())
                .effect(Effect.ALLOW)
                .actions(permission.actions())
                .resources(permission.resources().stream().map(Fn::sub).toList())
                .build();
    }

    private List<Permission> all() {
        List<Permission> all = new ArrayList<>(spec.permissions());
        all.add(new Permission(
                "WriteLog",
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                List.of(names.arn("logs", "log-group:" + names.logGroup(spec.name()) + ":*"))));
        if (!spec.knows().files().isEmpty()) {
            all.add(new Permission("FetchSettings", List.of("s3:GetObject"), files()));
            all.add(new Permission("DecryptSettings", List.of("kms:Decrypt"), List.of(KeyParameter.REFERENCE)));
        }
        spec.batches().ifPresent(_ -> all.addAll(consumer()));
        spec.messages()
                .ifPresent(messages -> all.add(new Permission(
                        "TakeMessages",
                        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                        List.of(names.queueArn(messages.queue())))));
        if (spec.schedules().findAny().isPresent()) {
            all.add(new Permission(
                    "ReportFailedRuns",
                    List.of("sqs:SendMessage"),
                    List.of(names.arn("sqs", names.of("failed-runs")))));
        }
        return all;
    }

    private List<String> files() {
        return spec.knows().files().stream()
                .map(SettingsFile::key)
                .map(key -> names.bucketArn("settings") + "/" + key)
                .toList();
    }

    private List<Permission> consumer() {
        return List.of(
                new Permission(
                        "ReadStream",
                        List.of(
                                "kinesis:DescribeStream",
                                "kinesis:DescribeStreamSummary",
                                "kinesis:GetRecords",
                                "kinesis:GetShardIterator",
                                "kinesis:ListShards"),
                        List.of(names.streamArn())),
                new Permission(
                        "KeepFailedBatches",
                        List.of("s3:PutObject"),
                        List.of(names.bucketArn("failed") + "/aws/lambda/*")),
                new Permission("FindFailedBatches", List.of("s3:ListBucket"), List.of(names.bucketArn("failed"))),
                new Permission(
                        "ReadAndKeepEncrypted",
                        List.of("kms:Decrypt", "kms:GenerateDataKey"),
                        List.of(KeyParameter.REFERENCE)));
    }
}
