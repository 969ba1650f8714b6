package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Trigger;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// What sets functions going by the clock. A run that cannot be started, or fails three times, is in the queue of
/// failed
/// runs, with what it was to do.
record Schedules(Construct scope, Names names, Queue failedRuns) {

    private static final int AN_HOUR = 3_600;
    private static final int RETRIES = 2;

    void create(NativeFunction function) {
        List<Trigger.Schedule> schedules = function.spec().schedules().toList();
        if (schedules.isEmpty()) {
            return;
        }
        retries(function);
        String role = role(function);
        schedules.forEach(schedule -> create(function, schedule, role));
    }

    private void create(NativeFunction function, Trigger.Schedule schedule, String role) {
        CfnSchedule.Builder.create(function, "Schedule" + schedule.name())
                .name(names.of(function.spec().name() + "-" + schedule.name()))
                .description("Runs " + function.spec().name() + " with " + schedule.input())
                .scheduleExpression(schedule.expression())
                .scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(function.arn())
                        .roleArn(role)
                        .input(schedule.input())
                        .deadLetterConfig(CfnSchedule.DeadLetterConfigProperty.builder()
                                .arn(failedRuns.getQueueArn())
                                .build())
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(AN_HOUR)
                                .maximumRetryAttempts(RETRIES)
                                .build())
                        .build())
                .build();
    }

    private void retries(NativeFunction function) {
        CfnEventInvokeConfig.Builder.create(function, "FailedRuns")
                .functionName(names.of(function.spec().name()))
                .qualifier("live")
                .maximumEventAgeInSeconds(AN_HOUR)
                .maximumRetryAttempts(RETRIES)
                .destinationConfig(CfnEventInvokeConfig.DestinationConfigProperty.builder()
                        .onFailure(CfnEventInvokeConfig.OnFailureProperty.builder()
                                .destination(failedRuns.getQueueArn())
                                .build())
                        .build())
                .build()
                .addResourceDependency(function.alias());
    }

    private String role(NativeFunction function) {
        PolicyDocument policy = new PolicyDocument();
        policy.addStatements(
                allow("RunFunction", "lambda:InvokeFunction", function.arn()),
                allow("ReportFailedStarts", "sqs:SendMessage", failedRuns.getQueueArn()));
        return CfnRole.Builder.create(function, "ScheduleRole")
                .roleName(Fn.sub(names.of(function.spec().name()) + "-schedule-${AWS::Region}"))
                .description("Lets the clock run " + names.of(function.spec().name()))
                .assumeRolePolicyDocument(trust())
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("least")
                        .policyDocument(policy)
                        .build()))
                .build()
                .getAttrArn();
    }

    private static PolicyStatement allow(String sid, String action, String resource) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.ALLOW)
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
    }

    private static PolicyDocument trust() {
        PolicyDocument trust = new PolicyDocument();
        trust.addStatements(PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(List.of("sts:AssumeRole"))
                .principals(List.of(new ServicePrincipal("scheduler.amazonaws.com")))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build());
        return trust;
    }
}
