package dev.weir.local.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What AWS does in the name of a function, and no emulator sees. It follows from the templates: a log, files of
/// settings, a mapping and a destination are each used with the function's role, and so is the key of what is
/// encrypted.
public final class Unseen {

    /// What a [mapping](https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html) does with a stream.
    private static final List<String> READ_STREAM =
            List.of("DescribeStream", "DescribeStreamSummary", "GetRecords", "GetShardIterator", "ListShards");

    /// What [S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html) and
    /// [Kinesis](https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html) do with our key.
    private static final Map<String, String> USE_OF_KEY = Map.of(
            "s3:PutObject", "kms:GenerateDataKey",
            "s3:GetObject", "kms:Decrypt",
            "s3:GetObjectVersion", "kms:Decrypt",
            "kinesis:PutRecord", "kms:GenerateDataKey",
            "kinesis:PutRecords", "kms:GenerateDataKey",
            "kinesis:GetRecords", "kms:Decrypt");

    private final ResolvedStack app;
    private final Map<String, String> keys = new HashMap<>();

    public Unseen(ResolvedStack data, ResolvedStack app) {
        this.app = app;
        data.of("AWS::S3::Bucket")
                .forEach(bucket -> key(
                        "arn:aws:s3:::" + bucket.physicalId(),
                        bucket.properties()
                                .at("/BucketEncryption/ServerSideEncryptionConfiguration/0"
                                        + "/ServerSideEncryptionByDefault/KMSMasterKeyID")));
        data.of("AWS::Kinesis::Stream")
                .forEach(stream -> key(
                        "arn:aws:kinesis:us-east-1:000000000000:stream/" + stream.physicalId(),
                        stream.properties().at("/StreamEncryption/KeyId")));
    }

    private void key(String arn, JsonNode key) {
        if (key.isTextual()) {
            keys.put(arn, key.asText());
        }
    }

    /// What follows from templates, and from calls that were seen.
    public List<Call> besides(Collection<Call> seen) {
        List<Call> unseen = new ArrayList<>();
        app.of("AWS::Lambda::Function").forEach(function -> unseen.addAll(ofFunction(function)));
        app.of("AWS::Lambda::EventSourceMapping").forEach(mapping -> unseen.addAll(ofMapping(mapping)));
        app.of("AWS::Lambda::EventInvokeConfig")
                .forEach(config -> unseen.add(new Call(
                        Call.keyOf(config.text("/FunctionName")),
                        "sqs:SendMessage",
                        config.text("/DestinationConfig/OnFailure/Destination"))));
        unseen.addAll(Stream.concat(seen.stream(), List.copyOf(unseen).stream())
                .flatMap(call -> ofKey(call).stream())
                .toList());
        return unseen;
    }

    private static List<Call> ofFunction(Resource function) {
        String name = Call.keyOf(function.physicalId());
        String log = "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/" + function.physicalId()
                + ":log-stream:today";
        List<Call> calls = new ArrayList<>();
        calls.add(new Call(name, "logs:CreateLogStream", log));
        calls.add(new Call(name, "logs:PutLogEvents", log));
        JsonNode variables = function.properties().at("/Environment/Variables");
        Stream.of(variables.path("WEIR_SETTINGS_FILES").asText().split(" "))
                .filter(file -> !file.isEmpty())
                .forEach(file -> calls.add(new Call(
                        name,
                        "s3:GetObject",
                        "arn:aws:s3:::" + variables.path("WEIR_SETTINGS_BUCKET").asText() + "/" + file)));
        return calls;
    }

    private static List<Call> ofMapping(Resource mapping) {
        String function =
                mapping.text("/FunctionName").replaceFirst(".*:function:", "").replaceFirst(":live$", "");
        String name = Call.keyOf(function);
        String failed = mapping.text("/DestinationConfig/OnFailure/Destination");
        List<Call> calls = new ArrayList<>(READ_STREAM.stream()
                .map(action -> new Call(name, "kinesis:" + action, mapping.text("/EventSourceArn")))
                .toList());
        calls.add(new Call(name, "s3:ListBucket", failed));
        calls.add(new Call(name, "s3:PutObject", failed + "/aws/lambda/mapping/shard/batch"));
        return calls;
    }

    private Optional<Call> ofKey(Call call) {
        String use = USE_OF_KEY.get(call.action());
        String key = keys.get(
                call.resource().startsWith("arn:aws:s3:::")
                        ? call.resource().replaceFirst("/.*", "")
                        : call.resource());
        return use == null || key == null ? Optional.empty() : Optional.of(new Call(call.function(), use, key));
    }
}
