package dev.weir.local.stack;

import dev.weir.local.emulators.CannotStart;
import dev.weir.local.lambda.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.ZipFile;

/// What the build has packaged, in the repository's folders.
///
/// @param root the repository
/// @param executables which functions run as native executables, by the names of their folders; the others run in
///     JVMs
public record Artifacts(Path root, Predicate<String> executables) {

    private static final String LAMBDA = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final String FUNQY_LIBRARY = "lib/io.quarkus.quarkus-funqy-amazon-lambda-";
    private static final String FUNQY = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    /// Every function in a JVM.
    public Artifacts(Path root) {
        this(root, _ -> false);
    }

    Path dynamoDb() {
        return present("functions/local/dynamodb/target/lib", "./weir up");
    }

    Path s3() {
        return present("functions/local/s3/target/lib", "./weir up");
    }

    Path lambdaRuntime() {
        return present("functions/local/lambda-runtime/target/lib", "./weir up");
    }

    /// The package of a function that handles requests.
    Code function(String name) {
        return code(name, LAMBDA);
    }

    /// The package of a function written as a Funqy.
    Code funqy(String name) {
        return code(name, FUNQY);
    }

    /// The package of a function, by what is in its zip.
    Code packaged(String name) {
        try (ZipFile zip = new ZipFile(present("functions/" + name + "/target/function.zip", "./weir up")
                .toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().startsWith(FUNQY_LIBRARY))
                    ? funqy(name)
                    : function(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Code code(String name, String handler) {
        String target = "functions/" + name + "/target/";
        return executables.test(name)
                ? new Code.NativeExecutable(present(target + "native/function-runner", "./weir up --native"))
                : new Code.JvmZip(present(target + "function.zip", "./weir up"), handler);
    }

    private Path present(String path, String builder) {
        Path artifact = root.resolve(path);
        if (!Files.exists(artifact)) {
            throw new CannotStart(path + " is missing; " + builder + " builds it");
        }
        return artifact;
    }
}
