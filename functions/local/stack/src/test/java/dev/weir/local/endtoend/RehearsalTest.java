package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.weir.local.lambda.Account;
import dev.weir.local.stack.Clients;
import dev.weir.local.stack.EmbeddedServices;
import dev.weir.local.stack.Services;
import dev.weir.local.stack.StateFolder;
import dev.weir.local.stack.TemplateStacks;
import dev.weir.local.template.CannotApply;
import dev.weir.local.template.Change;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A deployment from its first day to its last, rehearsed with the templates that ship: what an operator does with
/// `infra/ops`, on services of this machine.
class RehearsalTest {

    private static final ReviewedTemplates FIRST = ReviewedTemplates.trial()
            .with(
                    "app",
                    "AWS::Lambda::EventSourceMapping",
                    mapping -> mapping.put("MaximumBatchingWindowInSeconds", 1));

    /// More memory for every function, logs and stream kept for longer, and what follows from that for erasures.
    private static final ReviewedTemplates SECOND = FIRST.with(
                    "app",
                    "AWS::Lambda::Function",
                    function -> function.put(
                            "MemorySize", function.path("MemorySize").asInt() + 64))
            .with("app", "AWS::Logs::LogGroup", log -> log.put("RetentionInDays", 30))
            .with("data", "AWS::Kinesis::Stream", stream -> stream.put("RetentionPeriodHours", 48))
            .telling("WEIR_PRIVACY_IN_FLIGHT", "PT49H");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Instant from = Instant.now().minusSeconds(60);

    @BeforeEach
    void isAboutTheTemplates() {
        assumeTrue(ServicesUnderTest.areEmbedded(), "it is about the templates, not about the services");
    }

    @Test
    void dataOutlivesUpdatesRollbacksAndTheStacksThemselves() throws Exception {
        long events = runs(FIRST, 0, "Memory Size: 512 MB");
        assertThat(changes(FIRST, SECOND))
                .contains("MODIFY AWS::Lambda::Function", "MODIFY AWS::Kinesis::Stream")
                .allMatch(change -> change.startsWith("MODIFY "));
        events = runs(SECOND, events, "Memory Size: 576 MB");
        events = runs(FIRST, events, "Memory Size: 512 MB");
        removesEverythingButTheData(events);
        runs(FIRST, events, "Memory Size: 512 MB");
    }

    @Test
    void anUpdateThatWouldLoseDataIsRefusedAndChangesNothing() throws Exception {
        withStacks(stacks -> apply(stacks, FIRST));
        assertRefused(FIRST.with("data", "AWS::S3::Bucket", bucket -> bucket.put("BucketName", "elsewhere")));
        assertRefused(
                FIRST.with("data", "AWS::DynamoDB::Table", table -> ((ArrayNode) table.path("KeySchema")).remove(0)));
        withStacks(stacks -> assertThat(apply(stacks, FIRST)).as("changes").isEmpty());
    }

    @Test
    void whatNeedNotStayGoesWithItsStack() throws Exception {
        ResolvedStack data = resolved(FIRST).get(1);
        ResolvedStack passing = new ResolvedStack(
                "data",
                data.of("AWS::DynamoDB::Table")
                        .map(table -> new Resource(
                                table.id(),
                                table.type(),
                                table.physicalId(),
                                table.properties(),
                                Resource.Policy.DELETE,
                                Resource.Policy.DELETE))
                        .toList());
        try (Services services = EmbeddedServices.start(Running.ARTIFACTS, new StateFolder(folder));
                Clients clients = Clients.of(services)) {
            TemplateStacks stacks = TemplateStacks.of(new StateFolder(folder), clients);
            stacks.apply(passing);
            assertThat(clients.dynamoDb().listTables().tableNames())
                    .hasSize(passing.resources().size());
            assertThat(stacks.delete("data")).isEmpty();
            assertThat(clients.dynamoDb().listTables().tableNames()).isEmpty();
        }
    }

    /// Deploys, sends, and sees what came before as well as what came now; answers how many events there are then.
    private long runs(ReviewedTemplates release, long before, String memory) throws Exception {
        Services services = EmbeddedServices.start(Running.ARTIFACTS, new StateFolder(folder));
        try (Running weir = Running.from(release.templates(), folder, services)) {
            assertThat(weir.lake.rows()).as("rows from before").isEqualTo(before);
            Load load = new Load(weir.stack.endpoint());
            load.run(1, 3, 0);
            long events = before + load.accepted();
            assertThat(Eventually.reaches(events, weir.lake::rows)).isEqualTo(events);
            Counts counts = new Counts(weir.stack.endpoint(), from);
            assertThat(Eventually.reaches(events, () -> counts.sum("events_per_minute")))
                    .as("counted")
                    .isEqualTo(events);
            assertThat(lastReport("weir-trial-collector")).contains(memory);
            return events;
        }
    }

    private String lastReport(String function) throws IOException {
        return Files.readAllLines(folder.resolve("logs/" + function + ".log")).stream()
                .filter(line -> line.contains("REPORT RequestId"))
                .reduce("", (_, last) -> last);
    }

    /// In the order of `infra/ops destroy`, and beyond it: the data's own stack goes, too.
    private void removesEverythingButTheData(long events) throws Exception {
        try (Services services = EmbeddedServices.start(Running.ARTIFACTS, new StateFolder(folder));
                Clients clients = Clients.of(services)) {
            TemplateStacks stacks = TemplateStacks.of(new StateFolder(folder), clients);
            assertThat(stacks.delete("observability")).isEmpty();
            assertThat(stacks.delete("app")).isEmpty();
            assertThat(stacks.delete("data"))
                    .extracting(Resource::physicalId)
                    .contains("weir-trial-events", "weir-trial-counters", "weir-trial-lake-000000000000");
            Lake lake = new Lake(clients, Files.createTempDirectory(folder, "after"), "weir-trial-lake-000000000000");
            assertThat(lake.rows()).as("rows after the stacks have gone").isEqualTo(events);
            assertThat(clients.dynamoDb()
                            .scan(scan -> scan.tableName("weir-trial-counters"))
                            .count())
                    .isPositive();
            assertThat(services.shards().shardIds("weir-trial-events")).hasSize(1);
        }
    }

    private void assertRefused(ReviewedTemplates release) throws Exception {
        withStacks(stacks -> assertThatThrownBy(() -> apply(stacks, release))
                .isInstanceOf(CannotApply.class)
                .hasMessageStartingWith("refused: this would replace or remove what holds data: "));
    }

    private void withStacks(Consumer<TemplateStacks> act) throws Exception {
        try (Services services = EmbeddedServices.start(Running.ARTIFACTS, new StateFolder(folder));
                Clients clients = Clients.of(services)) {
            act.accept(TemplateStacks.of(new StateFolder(folder), clients));
        }
    }

    private static List<Change> apply(TemplateStacks stacks, ReviewedTemplates release) {
        return resolved(release).stream()
                .flatMap(stack -> stacks.apply(stack).stream())
                .toList();
    }

    private static List<ResolvedStack> resolved(ReviewedTemplates release) {
        return release.templates().resolve(Account.LOCAL);
    }

    private static List<String> changes(ReviewedTemplates before, ReviewedTemplates next) {
        List<ResolvedStack> from = resolved(before);
        List<ResolvedStack> to = resolved(next);
        return IntStream.range(0, from.size())
                .boxed()
                .flatMap(i -> Change.between(from.get(i), to.get(i)).stream())
                .map(change -> change.kind() + " " + change.type())
                .distinct()
                .toList();
    }
}
