package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// What runs: functions, and what sets them going. Nothing in it holds events, so it may be replaced at any time.
final class AppStack extends Stack {

    AppStack(Construct scope, Deployment deployment) {
        super(scope, "app", WeirApp.props(deployment, "app", "functions, API and schedules"));
        Names names = deployment.names();
        KeyParameter.in(this, names);
        PseudonymKeys.in(this, names);
        Queue failedRuns = failedRuns(names);
        List<NativeFunction> functions = deployment.functions().stream()
                .map(spec -> new NativeFunction(this, deployment, spec))
                .toList();
        String url = api(deployment, functions);
        StreamMappings.create(names, functions);
        QueueMappings.create(names, functions);
        Schedules schedules = new Schedules(this, names, failedRuns);
        functions.forEach(schedules::create);
        CfnOutput.Builder.create(this, "Url")
                .description("Where events are posted to, below /v1/events")
                .value(url)
                .build();
    }

    private String api(Deployment deployment, List<NativeFunction> functions) {
        return switch (deployment.environment().front().api()) {
            case HTTP -> new HttpFront(this, deployment, functions).url();
            case REST -> new RestFront(this, deployment, functions).url();
        };
    }

    /// Runs of schedules that failed to the end. They have no content: the schedule's own input, and what went wrong.
    private Queue failedRuns(Names names) {
        return Queue.Builder.create(this, "FailedRuns")
                .queueName(names.of("failed-runs"))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(7))
                .build();
    }
}
