package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.CfnTopic;
import software.amazon.awscdk.services.sns.CfnTopicPolicy;
import software.constructs.Construct;

/// Where alarms go, and from there to an e-mail address. Encrypted with the data's key, which lets CloudWatch use it.
record AlarmTopic(Construct scope, Names names, String email) {

    String arn() {
        CfnTopic topic = CfnTopic.Builder.create(scope, "Alarms")
                .topicName(names.of("alarms"))
                .kmsMasterKeyId(Fn.ref("DataKeyArn"))
                .build();
        CfnTopicPolicy.Builder.create(scope, "AlarmsPolicy")
                .topics(List.of(topic.getRef()))
                .policyDocument(policy(topic.getRef()))
                .build();
        CfnSubscription.Builder.create(scope, "AlarmsByEmail")
                .topicArn(topic.getRef())
                .protocol("email")
                .endpoint(email)
                .build();
        return topic.getRef();
    }

    private static PolicyDocument policy(String topic) {
        PolicyDocument policy = new PolicyDocument();
        policy.addStatements(
                PolicyStatement.Builder.create()
                        .sid("AlarmsFromThisAccount")
                        .effect(Effect.ALLOW)
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic))
                        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                        .build(),
                PolicyStatement.Builder.create()
                        .sid("NothingWithoutTls")
                        .effect(Effect.DENY)
                        .principals(List.of(new AnyPrincipal()))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic))
                        .conditions(Map.of("Bool", Map.of("aws:SecureTransport", "false")))
                        .build());
        return policy;
    }
}
