package dev.weir.local.stack;

import dev.weir.local.emulators.CannotStart;
import dev.weir.local.lambda.Code;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the build has packaged, in the repository's folders.
///
/// @param root the repository
public record Artifacts(Path root) {

    private static final String LAMBDA = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final String FUNQY = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    Path dynamoDb() {
        return present("functions/local/dynamodb/target/lib");
    }

    Path s3() {
        return present("functions/local/s3/target/lib");
    }

    Path lambdaRuntime() {
        return present("functions/local/lambda-runtime/target/lib");
    }

    /// The zip of a function that handles requests.
    Code function(String name) {
        return new Code.JvmZip(present("functions/" + name + "/target/function.zip"), LAMBDA);
    }

    /// The zip of a function written as a Funqy.
    Code funqy(String name) {
        return new Code.JvmZip(present("functions/" + name + "/target/function.zip"), FUNQY);
    }

    private Path present(String path) {
        Path artifact = root.resolve(path);
        if (!Files.exists(artifact)) {
            throw new CannotStart(path + " is missing; ./weir up builds it");
        }
        return artifact;
    }
}
