package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.amazon.awscdk.services.ssm.StringParameter;

/// The secret with the pseudonym keys. It is made empty: `infra/ops deploy` puts the first version, and
/// `infra/ops keys rotate-pseudonyms` the next ones, so that no template ever has one.
final class PseudonymKeys {

    private static final String PARAMETER = "pseudonym-keys-arn";

    private PseudonymKeys() {}

    static void create(Stack stack, Names names, IKey key) {
        CfnSecret secret = CfnSecret.Builder.create(stack, "PseudonymKeys")
                .name(names.of("pseudonym-keys"))
                .description("What pseudonyms of " + names.environment() + " are made with, all versions")
                .kmsKeyId(key.getKeyArn())
                .build();
        secret.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        StringParameter.Builder.create(stack, "PseudonymKeysParameter")
                .parameterName(names.parameter(PARAMETER))
                .description("Secret with the pseudonym keys")
                .stringValue(secret.getRef())
                .build();
    }

    /// Lets permissions and variables of a stack refer to the secret as `${PseudonymKeysArn}`.
    static void in(Stack stack, Names names) {
        CfnParameter.Builder.create(stack, "PseudonymKeysArn")
                .type("AWS::SSM::Parameter::Value<String>")
                .defaultValue(names.parameter(PARAMETER))
                .description("Where the data stack says which secret has the pseudonym keys")
                .build();
    }
}
