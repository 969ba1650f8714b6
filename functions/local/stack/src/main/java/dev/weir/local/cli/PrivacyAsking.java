package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a request about someone to a running pipeline, and waits until it is done.
final class PrivacyAsking {

    private static final Set<String> OVER = Set.of("complete", "partial", "nothing_examined");
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Option(names = "--product", paramLabel = "P", required = true, description = "The product.")
    private String product = "";

    @ArgGroup(multiplicity = "1")
    private SubjectOption subject = new SubjectOption();

    @Mixin
    private DataOption data = new DataOption();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /// How the request stands when it is done.
    ///
    /// @param more adds what the request says beside its type and subject
    JsonNode ask(String type, Consumer<ObjectNode> more) throws Exception {
        ProductOption.requireKnown(product);
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("type", type);
        request.putObject("subject").put("kind", subject.kind()).put("id", subject.id());
        more.accept(request);
        try (PrivacyClient privacy = new PrivacyClient(data.endpoint(), product);
                LambdaClient lambda = new LambdaClient(data.lambda())) {
            return done(privacy, lambda, request);
        }
    }

    private JsonNode done(PrivacyClient privacy, LambdaClient lambda, ObjectNode request) throws Exception {
        JsonNode now = privacy.open(request);
        String id = now.path("id").asText();
        print("request " + id + ", due " + now.path("due_at").asText());
        String status = "";
        while (!OVER.contains(now.path("status").asText())) {
            if (!now.path("status").asText().equals(status)) {
                status = now.path("status").asText();
                print("  " + status);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            lambda.invoke("privacy", JsonNodeFactory.instance.objectNode());
            now = privacy.status(id);
        }
        return now;
    }

    /// Prints where the evidence is, and returns the exit status: 0 only if the request is complete.
    int end(JsonNode request) {
        print("evidence "
                + data.state().audit().resolve(request.path("evidence").asText()));
        return request.path("status").asText().equals("complete") ? 0 : 1;
    }

    void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
