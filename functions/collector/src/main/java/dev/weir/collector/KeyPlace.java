package dev.weir.collector;

import dev.weir.core.privacy.PseudonymKeys;
import java.nio.file.Path;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// Where the pseudonym keys are: in a file on one machine, in AWS Secrets Manager in an account. A rotated secret is
/// read by the next instance that starts.
sealed interface KeyPlace {

    record File(Path path) implements KeyPlace {}

    /// A secret whose text is the same as the file's.
    record Secret(String arn) implements KeyPlace {}

    /// A place as settings name it: the ARN of a secret, or the path of a file.
    static KeyPlace of(String setting) {
        return setting.startsWith("arn:") ? new Secret(setting) : new File(Path.of(setting));
    }

    /// The keys that are there.
    ///
    /// @param client of Secrets Manager; made, and closed, where it is needed
    /// @throws IllegalArgumentException if what is there has another form; it is never part of the message
    /// @throws IllegalStateException if the secret cannot be read
    default PseudonymKeys read(Supplier<SecretsManagerClient> client) {
        return switch (this) {
            case File(Path path) -> PseudonymKeys.read(path);
            case Secret(String arn) -> PseudonymKeys.parse(text(arn, client));
        };
    }

    private static String text(String arn, Supplier<SecretsManagerClient> client) {
        try (SecretsManagerClient secrets = client.get()) {
            String text = secrets.getSecretValue(get -> get.secretId(arn)).secretString();
            if (text == null) {
                throw new IllegalStateException("pseudonym keys: the secret holds bytes; store them as text");
            }
            return text;
        } catch (SdkException e) {
            throw new IllegalStateException("pseudonym keys: cannot read the secret that WEIR_PSEUDONYM_KEYS names", e);
        }
    }
}
