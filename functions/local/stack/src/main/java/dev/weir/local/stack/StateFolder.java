package dev.weir.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a local stack keeps everything that survives a restart.
///
/// @param root made when it is not there
public record StateFolder(Path root) {

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path kinesis() {
        return root.resolve("kinesis");
    }

    Path dynamoDb() {
        return root.resolve("dynamodb");
    }

    Path s3() {
        return root.resolve("s3");
    }

    Path sqs() {
        return root.resolve("sqs");
    }

    Path checkpoints() {
        return root.resolve("checkpoints");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path functions() {
        return root.resolve("functions");
    }

    /// What was applied of templates.
    Path stacks() {
        return root.resolve("stacks");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    /// The lake's files: bucket and key are folders and names.
    public Path lake() {
        return s3().resolve(Tenancy.of(root).lake());
    }

    /// The files of batches that consumers gave up.
    public Path failed() {
        return s3().resolve(Tenancy.of(root).failed());
    }

    /// The audit bucket's files.
    public Path audit() {
        return s3().resolve(Tenancy.of(root).audit());
    }

    /// The key that evidence is signed with.
    public Path evidenceKey() {
        return secrets().resolve("evidence-key.json");
    }

    /// The keys of pseudonyms.
    public Path pseudonymKeys() {
        return secrets().resolve("pseudonym-keys.json");
    }

    /// Where the stack that uses this folder can be reached, if one has said so.
    public Optional<String> endpoint() throws IOException {
        Path file = endpointFile();
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /// Where the functions of the stack that uses this folder can be invoked, if one has said so.
    public Optional<String> lambda() throws IOException {
        Path file = lambdaFile();
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /// Says where everything is; the services for who wants to see what happens without one of them.
    void announce(String endpoint, String lambda, Services services) throws IOException {
        Files.writeString(
                servicesFile(),
                "kinesis=%s\ndynamodb=%s\ns3=%s\nsqs=%s\n"
                        .formatted(services.kinesis(), services.dynamoDb(), services.s3(), services.sqs()));
        Files.writeString(lambdaFile(), lambda + "\n");
        Files.writeString(endpointFile(), endpoint + "\n");
    }

    void retract() throws IOException {
        Files.deleteIfExists(endpointFile());
        Files.deleteIfExists(lambdaFile());
        Files.deleteIfExists(servicesFile());
    }

    private Path servicesFile() {
        return root.resolve("services");
    }

    private Path lambdaFile() {
        return root.resolve("lambda");
    }

    private Path endpointFile() {
        return root.resolve("endpoint");
    }
}
