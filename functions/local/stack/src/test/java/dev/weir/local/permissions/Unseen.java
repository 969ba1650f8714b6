package dev.weir.local.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What AWS does in the name of a function, and no emulator sees. It follows from the templates: a log, files of
/// settings, a mapping and a destination are each used with the function's role, and so is the key of what is
/// encrypted.
public final class Unseen {

    /// What a [mapping](https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html) does with a stream.
    private static final List<String> READ_STREAM =
            List.of("DescribeStream", "DescribeStreamSummary", "GetRecords", "GetShardIterator", "ListShards");

    /// What a [mapping](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html) does with a queue.
    private static final List<String> DRAIN_QUEUE = List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes");

    /// What [S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html),
    /// [Kinesis](https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html) and
    /// [SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html)
    /// do with our key.
    private static final Map<String, List<String>> USES_OF_KEY = Map.of(
            "s3:PutObject", List.of("kms:GenerateDataKey"),
            "s3:GetObject", List.of("kms:Decrypt"),
            "s3:GetObjectVersion", List.of("kms:Decrypt"),
            "kinesis:PutRecord", List.of("kms:GenerateDataKey"),
            "kinesis:PutRecords", List.of("kms:GenerateDataKey"),
            "kinesis:GetRecords", List.of("kms:Decrypt"),
            "sqs:SendMessage", List.of("kms:GenerateDataKey", "kms:Decrypt"),
            "sqs:ReceiveMessage", List.of("kms:Decrypt"));

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
        data.of("AWS::SQS::Queue")
                .forEach(queue -> key(
                        "arn:aws:sqs:us-east-1:000000000000:" + queue.text("/QueueName"),
                        queue.properties().path("KmsMasterKeyId")));
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
                .flatMap(call -> ofKey(call))
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
        String source = mapping.text("/EventSourceArn");
        if (source.contains(":sqs:")) {
            return DRAIN_QUEUE.stream()
                    .map(action -> new Call(name, "sqs:" + action, source))
                    .toList();
        }
        String failed = mapping.text("/DestinationConfig/OnFailure/Destination");
        List<Call> calls = new ArrayList<>(READ_STREAM.stream()
                .map(action -> new Call(name, "kinesis:" + action, source))
                .toList());
        calls.add(new Call(name, "s3:ListBucket", failed));
        calls.add(new Call(name, "s3:PutObject", failed + "/aws/lambda/mapping/shard/batch"));
        return calls;
    }

    private Stream<Call> ofKey(Call call) {
        String key = keys.get(
                call.resource().startsWith("arn:aws:s3:::")
                        ? call.resource().replaceFirst("/.*", "")
                        : call.resource());
        return key == null
                ? Stream.empty()
                : USES_OF_KEY.getOrDefault(call.action(), List.of()).stream()
                        .map(use -> new Call(call.function(), use, key));
    }
}
