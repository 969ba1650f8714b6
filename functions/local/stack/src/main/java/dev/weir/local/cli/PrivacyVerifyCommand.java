package dev.weir.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.privacy.Evidence;
import dev.weir.core.privacy.EvidenceKey;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.core.privacy.Pseudonyms;
import dev.weir.local.query.LakeExamination;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks evidence.
@Command(
        name = "verify",
        description = {
            "Check evidence: its signature, and that of all evidence before it, which is in files beside it.",
            "With a subject, also look for the subject in every file of the lake, with a reader that is not the one that"
                    + " erased. Exit status 0 if the evidence holds, and nothing was found."
        },
        mixinStandardHelpOptions = true)
final class PrivacyVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The evidence.")
    private Path file = Path.of(".");

    @Option(names = "--key", paramLabel = "KEY", description = "File of the public key (that of the local state).")
    private @Nullable Path key;

    @ArgGroup(multiplicity = "0..1")
    private @Nullable SubjectOption subject;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        EvidenceKey signing = EvidenceKey.read(key == null ? data.state().evidenceKey() : key);
        Evidence evidence = verify(file, signing);
        Evidence first = evidence;
        while (first.sequence() > 1) {
            Path before = file.resolveSibling("%010d.json".formatted(first.sequence() - 1));
            if (!Files.exists(before)) {
                throw new CannotDo("the evidence before it is missing: " + before);
            }
            if (!first.follows(Files.readAllBytes(before))) {
                throw new CannotDo(before + " is not what the next evidence was chained to");
            }
            first = verify(before, signing);
        }
        print(summary(evidence.body()));
        print("signature and chain of " + evidence.sequence() + " hold");
        return subject == null ? 0 : examine(evidence, subject);
    }

    private static String summary(JsonNode body) {
        String state = body.path("type").asText() + ", " + body.path("status").asText();
        JsonNode totals = body.path("totals");
        return switch (body.path("phase").asText()) {
            case "objection" ->
                state + ": holds since " + body.path("effective_since").asText();
            case "export" ->
                "%s: %,d objects examined, %,d events"
                        .formatted(
                                state,
                                totals.path("objects_examined").asLong(),
                                totals.path("events").asLong());
            default ->
                "%s: %,d objects examined, %,d rows removed"
                        .formatted(
                                state,
                                totals.path("objects_examined").asLong(),
                                totals.path("rows_removed").asLong());
        };
    }

    private static Evidence verify(Path file, EvidenceKey key) throws IOException, CannotDo {
        try {
            return Evidence.verify(Files.readAllBytes(file), key);
        } catch (IllegalArgumentException wrong) {
            throw new CannotDo(file + ": " + wrong.getMessage());
        }
    }

    private int examine(Evidence evidence, SubjectOption whom) throws IOException, SQLException, CannotDo {
        String product = evidence.body().path("product").asText();
        String tenant = evidence.body().path("tenant").asText();
        Instant until = Instant.parse(evidence.body().path("until").asText());
        if (!evidence.body().path("subject_kind").asText().equals(whom.kind())) {
            throw new CannotDo("the evidence is not about a " + whom.kind());
        }
        if (!evidence.body().path("type").asText().equals("erasure")) {
            throw new CannotDo("only an erasure leaves nothing to be found");
        }
        LakeExamination lake = new LakeExamination(
                data.state().lake(), product, only(evidence.body().path("scope")));
        LakeExamination.Found found = whom.kind().equals("tenant")
                ? lake.tenant(whom.id(), until)
                : lake.people(names(product, tenant, whom), until);
        print("%,d files read again, %,d rows found".formatted(found.files(), found.rows()));
        return found.rows() == 0 ? 0 : 1;
    }

    /// The columns that a scope narrows, with their values.
    private static Map<String, List<String>> only(JsonNode scope) {
        Map<String, List<String>> only = new HashMap<>();
        scope.path("purposes")
                .forEach(one -> only.computeIfAbsent("purpose", unseen -> new ArrayList<>())
                        .add(one.asText()));
        scope.path("events")
                .forEach(one -> only.computeIfAbsent("event_name", unseen -> new ArrayList<>())
                        .add(one.asText()));
        return only;
    }

    private List<String> names(String product, String tenant, SubjectOption whom) {
        return new Pseudonyms(PseudonymKeys.read(data.state().pseudonymKeys()))
                .allVersions(product, tenant, IdentityKind.of(whom.kind()), whom.id()).stream()
                        .map(Pseudonym::hex)
                        .toList();
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
