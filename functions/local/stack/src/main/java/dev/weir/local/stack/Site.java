package dev.weir.local.stack;

import dev.weir.local.lambda.FunctionSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What a deployment is made on: packages, a data folder, services, and the files of settings.
record Site(Artifacts artifacts, StateFolder state, Services services, Clients clients, Settings settings) {

    /// The files of settings that functions read.
    ///
    /// @param issuers of access tokens
    record Settings(LocalKeys.KeyFiles keys, Path issuers) {}

    /// What functions are told of a machine's services: more than in AWS, where the SDK knows it.
    static Map<String, String> variables(Services services) {
        Map<String, String> variables = new HashMap<>();
        variables.put("AWS_REGION", Clients.REGION);
        variables.put("AWS_SECRET_ACCESS_KEY", Clients.SECRET_KEY);
        variables.put("AWS_ENDPOINT_URL_KINESIS", services.kinesis().toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", services.dynamoDb().toString());
        variables.put("AWS_ENDPOINT_URL_S3", services.s3().toString());
        variables.put("AWS_ENDPOINT_URL_SQS", services.sqs().toString());
        return variables;
    }

    /// The function with an access key of its own, which is its name without what access keys cannot have: so that the
    /// services can tell who calls.
    static FunctionSpec signing(FunctionSpec function) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put("AWS_ACCESS_KEY_ID", function.name().replaceAll("[^A-Za-z0-9]", ""));
        return new FunctionSpec(
                function.name(),
                function.code(),
                environment,
                function.timeout(),
                function.memoryMb(),
                function.concurrency());
    }
}
