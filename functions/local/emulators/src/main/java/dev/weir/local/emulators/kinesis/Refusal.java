package dev.weir.local.emulators.kinesis;

/// An answer of 400, by the names and words of the real service. Source: the error lists of the Kinesis Data Streams
/// API reference. The message carries coordinates, never what was sent.
final class Refusal extends RuntimeException {
    private final String code;

    private Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    static Refusal constraint(String member, String constraint) {
        return new Refusal(
                "ValidationException",
                "1 validation error detected: Value at '" + member + "' failed to satisfy constraint: " + constraint);
    }

    static Refusal validation(String message) {
        return new Refusal("ValidationException", message);
    }

    static Refusal invalidArgument(String message) {
        return new Refusal("InvalidArgumentException", message);
    }

    static Refusal noSuchStream(String stream) {
        return new Refusal(
                "ResourceNotFoundException", "Stream " + stream + " under account " + Arn.ACCOUNT + " not found.");
    }

    static Refusal noSuchShard(String stream, String shard) {
        return new Refusal(
                "ResourceNotFoundException",
                "Could not find shard " + shard + " in stream " + stream + " under account " + Arn.ACCOUNT + ".");
    }

    static Refusal streamExists(String stream) {
        return new Refusal(
                "ResourceInUseException", "Stream " + stream + " under account " + Arn.ACCOUNT + " already exists.");
    }

    static Refusal tooManyShards(int limit) {
        return new Refusal("LimitExceededException", "A stream has at most " + limit + " shards here.");
    }

    static Refusal throughput(String stream, String shard) {
        return new Refusal(
                "ProvisionedThroughputExceededException",
                "Rate exceeded for shard " + shard + " in stream " + stream + " under account " + Arn.ACCOUNT + ".");
    }

    static Refusal expiredIterator() {
        return new Refusal(
                "ExpiredIteratorException",
                "Iterator expired. Iterators are valid for " + ShardIterator.LIFE.toSeconds() + " seconds.");
    }

    static Refusal serialization(String reason) {
        return new Refusal("SerializationException", reason);
    }

    static Refusal unknownOperation() {
        return new Refusal("UnknownOperationException", "Unknown operation.");
    }
}
