package dev.weir.infra.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every permission, alarm, encryption and retention setting of the environment `production`, found by what it is:
/// one that is new is here without being listed. Of the environment with a firewall, those that production has not.
final class Removals {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String TABLE = "AWS::DynamoDB::Table";

    /// Properties that encrypt, keep, let go or protect, by type of resource.
    private static final Map<String, List<String>> SETTINGS = Map.of(
            BUCKET,
            List.of(
                    "/BucketEncryption",
                    "/OwnershipControls",
                    "/PublicAccessBlockConfiguration/BlockPublicAcls",
                    "/PublicAccessBlockConfiguration/BlockPublicPolicy",
                    "/PublicAccessBlockConfiguration/IgnorePublicAcls",
                    "/PublicAccessBlockConfiguration/RestrictPublicBuckets",
                    "/VersioningConfiguration",
                    "/ObjectLockEnabled",
                    "/ObjectLockConfiguration"),
            TABLE,
            List.of(
                    "/SSESpecification",
                    "/DeletionProtectionEnabled",
                    "/TimeToLiveSpecification",
                    "/PointInTimeRecoverySpecification"),
            "AWS::Kinesis::Stream",
            List.of("/StreamEncryption", "/RetentionPeriodHours"),
            "AWS::KMS::Key",
            List.of("/EnableKeyRotation"),
            "AWS::SQS::Queue",
            List.of("/SqsManagedSseEnabled", "/MessageRetentionPeriod"),
            "AWS::SNS::Topic",
            List.of("/KmsMasterKeyId"),
            "AWS::Athena::WorkGroup",
            List.of("/WorkGroupConfiguration/ResultConfiguration/EncryptionConfiguration"),
            "AWS::Logs::LogGroup",
            List.of("/RetentionInDays"));

    /// Types whose resources stay when their stack goes.
    private static final List<String> KEPT =
            List.of(BUCKET, "AWS::S3::BucketPolicy", TABLE, "AWS::Kinesis::Stream", "AWS::KMS::Key");

    private Removals() {}

    static List<Removal> permissions() {
        List<Removal> all = new ArrayList<>();
        Templates.resources(Templates.production("app"), "AWS::IAM::Role")
                .values()
                .forEach(role -> {
                    String name = Templates.text(role.at("/Properties/RoleName"))
                            .replace("weir-production-", "")
                            .replace("-${AWS::Region}", "");
                    ArrayNode statements = (ArrayNode) role.at("/Properties/Policies/0/PolicyDocument/Statement");
                    for (int i = 0; i < statements.size(); i++) {
                        all.addAll(permissions(name, statements, i));
                    }
                });
        return all;
    }

    private static List<Removal> permissions(String role, ArrayNode statements, int index) {
        JsonNode statement = statements.get(index);
        String named = role + " " + statement.path("Sid").asText() + " ";
        List<Removal> all = new ArrayList<>();
        all.add(new Removal(named + "as a whole", named, statements, String.valueOf(index)));
        for (String part : List.of("Action", "Resource")) {
            if (statement.path(part) instanceof ArrayNode several) {
                for (int i = 0; i < several.size(); i++) {
                    String one = Templates.text(several.get(i));
                    all.add(new Removal(named + one, one, several, String.valueOf(i)));
                }
            }
        }
        return all;
    }

    static List<Removal> alarms() {
        return alarms(Templates.production("observability"));
    }

    private static List<Removal> alarms(JsonNode observability) {
        ObjectNode resources = (ObjectNode) observability.path("Resources");
        return Templates.resources(observability, "AWS::CloudWatch::Alarm").entrySet().stream()
                .flatMap(alarm -> {
                    String name = name(alarm.getValue(), alarm.getKey());
                    return Stream.of(
                            new Removal("alarm " + name, name, resources, alarm.getKey()),
                            new Removal(
                                    name + " tells nobody",
                                    name,
                                    alarm.getValue().path("Properties"),
                                    "AlarmActions"));
                })
                .toList();
    }

    static List<Removal> settings() {
        return settings("production");
    }

    static List<Removal> firewall() {
        Set<String> production = Stream.concat(alarms().stream(), settings().stream())
                .map(Removal::says)
                .collect(Collectors.toSet());
        return Stream.concat(
                        alarms(Templates.of(Templates.FIREWALL, "observability")).stream(),
                        settings(Templates.FIREWALL).stream())
                .filter(removal -> !production.contains(removal.says()))
                .toList();
    }

    private static List<Removal> settings(String environment) {
        return Templates.STACKS.stream()
                .map(stack -> Templates.of(environment, stack))
                .flatMap(stack -> SETTINGS.keySet().stream().sorted().flatMap(type -> settings(stack, type)))
                .toList();
    }

    private static Stream<Removal> settings(JsonNode stack, String type) {
        return Templates.resources(stack, type).entrySet().stream()
                .flatMap(resource -> SETTINGS.getOrDefault(type, List.of()).stream()
                        .filter(pointer -> isThere(resource.getValue().at("/Properties" + pointer)))
                        .map(pointer -> {
                            String name = name(resource.getValue(), resource.getKey());
                            int last = pointer.lastIndexOf('/');
                            return new Removal(
                                    name + " without " + pointer,
                                    name,
                                    resource.getValue().at("/Properties" + pointer.substring(0, last)),
                                    pointer.substring(last + 1));
                        }));
    }

    /// A recovery that is switched off is there to be read, and changes nothing when it is gone.
    private static boolean isThere(JsonNode setting) {
        return !setting.isMissingNode()
                && setting.path("PointInTimeRecoveryEnabled").asBoolean(true);
    }

    /// Rules of lifecycles, statements of policies of places, and what keeps places when stacks go.
    static List<Removal> rules() {
        List<Removal> all = new ArrayList<>();
        for (String stack : Templates.STACKS) {
            JsonNode template = Templates.production(stack);
            Templates.resources(template, BUCKET)
                    .forEach((id, bucket) -> all.addAll(
                            each(name(bucket, id), bucket.at("/Properties/LifecycleConfiguration/Rules"), "Id")));
            for (String type : List.of("AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy")) {
                Templates.resources(template, type)
                        .forEach((id, policy) -> all.addAll(
                                each(name(policy, id), policy.at("/Properties/PolicyDocument/Statement"), "Sid")));
            }
            for (String type : KEPT) {
                Templates.resources(template, type)
                        .forEach((id, place) -> Stream.of("DeletionPolicy", "UpdateReplacePolicy")
                                .forEach(policy -> all.add(
                                        new Removal(id + " without " + policy, name(place, id), place, policy))));
            }
        }
        return all;
    }

    private static List<Removal> each(String owner, JsonNode rules, String label) {
        List<Removal> all = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            String says = owner + " without rule " + i + " "
                    + rules.get(i).path(label).asText();
            all.add(new Removal(says, owner, rules, String.valueOf(i)));
        }
        return all;
    }

    /// How tests call a resource: by the last part of its name, or else by the beginning of its logical id.
    private static String name(JsonNode resource, String id) {
        JsonNode properties = resource.path("Properties");
        return Stream.of("BucketName", "TableName", "AlarmName", "LogGroupName", "QueueName", "TopicName", "Name")
                .map(properties::path)
                .filter(name -> !name.isMissingNode())
                .map(name -> Templates.text(name)
                        .replaceFirst(".*weir-(production|" + Templates.FIREWALL + ")-", "")
                        .replace("-${AWS::AccountId}", ""))
                .findFirst()
                .orElse(id.replaceFirst("(Policy)?([0-9A-F]{8})?$", ""));
    }
}
