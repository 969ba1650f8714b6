package dev.weir.collector;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An issuer of access tokens for `ott-streaming` whose keys the function can fetch, and one whose it cannot.
public class LoginServer implements QuarkusTestResourceLifecycleManager {

    static final Signer SIGNER = Signer.of(SigningAlgorithm.EDDSA, "login-1");
    static final String UNREACHABLE = "https://unreachable.example";
    static final String TENANT = "from-the-token";

    private @Nullable KeySetServer server;
    private @Nullable KeySetServer down;
    private @Nullable Path file;

    @Override
    public Map<String, String> start() {
        server = KeySetServer.start().serves(SIGNER);
        down = KeySetServer.start().isDown();
        ObjectNode root = new JsonMapper().createObjectNode();
        root.putArray("issuers").add(entry(TokenClaims.ISSUER, server)).add(entry(UNREACHABLE, down));
        try {
            file = Files.writeString(Files.createTempFile("issuers", ".json"), root.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("weir.issuers", file.toString());
    }

    private static ObjectNode entry(String issuer, KeySetServer keys) {
        ObjectNode entry = new JsonMapper().createObjectNode().put("issuer", issuer);
        entry.putArray("audiences").add(TokenClaims.AUDIENCE);
        entry.put("jwks", keys.uri().toString());
        entry.putArray("algorithms").add("EdDSA");
        entry.put("product", "ott-streaming").put("source", "client");
        entry.putObject("tenant").put("claim", "/org");
        entry.putObject("claims").putObject("identities").put("user", "/uid");
        return entry;
    }

    @Override
    public void stop() {
        if (server != null && down != null && file != null) {
            server.close();
            down.close();
            file.toFile().delete();
        }
    }
}
