package dev.weir.privacy;

import dev.weir.core.privacy.PseudonymKeys;
import java.nio.file.Path;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The pseudonym keys, from a file on one machine and from AWS Secrets Manager in an account, as the collector reads
/// them.
final class SecretKeys {

    private SecretKeys() {}

    /// The keys of a setting: the ARN of a secret, or the path of a file.
    ///
    /// @param client made, and closed, where there is a secret
    /// @throws IllegalArgumentException if what is there has another form; it is never part of the message
    /// @throws IllegalStateException if the secret cannot be read
    static PseudonymKeys read(String setting, Supplier<SecretsManagerClient> client) {
        return setting.startsWith("arn:")
                ? PseudonymKeys.parse(text(setting, client))
                : PseudonymKeys.read(Path.of(setting));
    }

    private static String text(String arn, Supplier<SecretsManagerClient> client) {
        try (SecretsManagerClient secrets = client.get()) {
            String text = secrets.getSecretValue(get -> get.secretId(arn)).secretString();
            if (text == null) {
                throw new IllegalStateException("pseudonym keys: the secret holds no text");
            }
            return text;
        } catch (SdkException e) {
            throw new IllegalStateException("pseudonym keys: cannot read the secret that WEIR_PSEUDONYM_KEYS names", e);
        }
    }
}
