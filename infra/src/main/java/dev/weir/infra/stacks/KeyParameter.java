package dev.weir.infra.stacks;

import dev.weir.infra.functions.Names;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;

/// The ARN of the data's key, which only its own stack can know: looked up by CloudFormation when it deploys.
final class KeyParameter {

    /// As permissions refer to it.
    static final String REFERENCE = "${DataKeyArn}";

    private KeyParameter() {}

    static void in(Stack stack, Names names) {
        CfnParameter.Builder.create(stack, "DataKeyArn")
                .type("AWS::SSM::Parameter::Value<String>")
                .defaultValue(names.parameter(DataStack.KEY_PARAMETER))
                .description("Where the data stack says which key is its")
                .build();
    }
}
