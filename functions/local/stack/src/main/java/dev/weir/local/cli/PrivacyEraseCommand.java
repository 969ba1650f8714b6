package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Erases someone now, and waits until it is done.
@Command(
        name = "erase",
        description = {
            "Erase someone from everything that is stored, and wait until it is done.",
            "Prints how many objects were examined, how many rows were removed, and the evidence. Exit status 0 only if"
                    + " all of it was examined. Needs a running pipeline."
        },
        mixinStandardHelpOptions = true)
final class PrivacyEraseCommand implements Callable<Integer> {

    private static final Set<String> OVER = Set.of("complete", "partial", "nothing_examined");
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Option(names = "--product", paramLabel = "P", required = true, description = "The product.")
    private String product = "";

    @ArgGroup(multiplicity = "1")
    private SubjectOption subject = new SubjectOption();

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SortedSet<String> known = Catalog.load().productNames();
        if (!known.contains(product)) {
            throw new CannotDo("there is no product " + product + "; there are " + known);
        }
        try (PrivacyClient privacy = new PrivacyClient(data.endpoint(), product);
                LambdaClient lambda = new LambdaClient(data.lambda())) {
            return tell(erase(privacy, lambda));
        }
    }

    private JsonNode erase(PrivacyClient privacy, LambdaClient lambda) throws Exception {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("type", "erasure");
        request.putObject("subject").put("kind", subject.kind()).put("id", subject.id());
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

    private int tell(JsonNode request) throws Exception {
        String status = request.path("status").asText();
        print("%s: %,d objects examined, %,d rows removed"
                .formatted(
                        status,
                        request.path("objects_examined").asLong(),
                        request.path("rows_removed").asLong()));
        print("evidence "
                + data.state().audit().resolve(request.path("evidence").asText()));
        return status.equals("complete") ? 0 : 1;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
