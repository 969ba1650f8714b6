package dev.weir.local.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Product;
import dev.weir.core.event.Purpose;
import dev.weir.local.stack.LocalIssuer;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Mints an access token for a local stack; standard output has the token and nothing else.
@Command(
        name = "token",
        description = {
            "Mint an access token that a pipeline on the same data folder takes, for Authorization: Bearer.",
            "It works for nothing else; --claim and --expires can make one that is refused, to see how that looks."
        },
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--product", paramLabel = "P", required = true, description = "Product that the token is for.")
    private String product = "";

    @Option(
            names = "--user",
            paramLabel = "U",
            description =
                    "The user, claim 'sub': events of others are refused, and those that name nobody are this user's.")
    private @Nullable String user;

    @Option(
            names = "--tenant",
            paramLabel = "T",
            defaultValue = "local",
            description = "The tenant (${DEFAULT-VALUE}).")
    private String tenant = "";

    @Option(names = "--kids", description = "The profile is a child's.")
    private boolean kids;

    @Option(
            names = "--consent",
            paramLabel = "PURPOSE=true|false",
            split = ",",
            description = "What the user agreed to or refused, such as analytics=false,personalization=true.")
    private Map<String, Boolean> consent = new LinkedHashMap<>();

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "How long it holds from now (${DEFAULT-VALUE}); less than PT0S for one that has expired.")
    private Duration expires = Duration.ZERO;

    @Option(
            names = "--claim",
            paramLabel = "NAME=VALUE",
            description = "Any other claim, or another value of one; JSON, else a string. Can be repeated.")
    private Map<String, String> more = new LinkedHashMap<>();

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Catalog catalog = Catalog.load();
        Product declared = catalog.product(product)
                .orElseThrow(() -> new CannotDo(
                        "there is no product " + product + "; there are " + String.join(", ", catalog.productNames())));
        checkPurposes(declared);
        PrintWriter out = spec.commandLine().getOut();
        out.println(LocalIssuer.of(data.state()).sign(claims(Clock.systemUTC().instant())));
        out.flush();
        return 0;
    }

    private void checkPurposes(Product declared) throws CannotDo {
        TreeSet<String> known =
                declared.consentPurposes().stream().map(Purpose::name).collect(Collectors.toCollection(TreeSet::new));
        for (String purpose : consent.keySet()) {
            if (!known.contains(purpose)) {
                throw new CannotDo(
                        product + " asks for no consent to " + purpose + "; it does for " + String.join(", ", known));
            }
        }
    }

    private ObjectNode claims(Instant now) {
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", LocalIssuer.NAME)
                .put("aud", product)
                .put("tenant", tenant)
                .put("iat", Math.min(now.getEpochSecond(), now.plus(expires).getEpochSecond()))
                .put("exp", now.plus(expires).getEpochSecond())
                .put("kids", kids);
        if (user != null) {
            claims.put("sub", user);
        }
        ObjectNode decided = claims.putObject("consent");
        consent.forEach(decided::put);
        more.forEach((name, value) -> claims.set(name, json(value)));
        return claims;
    }

    private static JsonNode json(String value) {
        try {
            JsonNode read = JSON.readTree(value);
            return read.isMissingNode() ? new TextNode(value) : read;
        } catch (JacksonException _) {
            return new TextNode(value);
        }
    }
}
