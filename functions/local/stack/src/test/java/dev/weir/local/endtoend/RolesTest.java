package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.local.lambda.Account;
import dev.weir.local.permissions.Call;
import dev.weir.local.permissions.Comparison;
import dev.weir.local.permissions.Granted;
import dev.weir.local.permissions.RecordedServices;
import dev.weir.local.permissions.Unseen;
import dev.weir.local.stack.EmbeddedServices;
import dev.weir.local.stack.StateFolder;
import dev.weir.local.template.ResolvedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Every function does its job in a stack that is made from the templates, and what it did is compared with its role: a
/// call that the role does not allow would fail in AWS alone, and a permission that nothing uses is one too many.
class RolesTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void functionsMayDoWhatTheyDoAndNothingElse() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "it is about the templates, not about the services");
        ReviewedTemplates soon = ReviewedTemplates.of(Jobs.ENVIRONMENT)
                .with("data", "AWS::Kinesis::Stream", stream -> stream.put("ShardCount", 1))
                .with("data", "AWS::SQS::Queue", queue -> queue.put("VisibilityTimeout", 1))
                .telling("WEIR_PRIVACY_SETTLE", "PT1S")
                .telling("WEIR_OBJECTIONS_HOLD", "PT3S")
                .with(
                        "app",
                        "AWS::Lambda::EventSourceMapping",
                        mapping -> mapping.put("MaximumBatchingWindowInSeconds", 1));
        Set<Call> calls = new TreeSet<>(seen(soon, this::first));
        Jobs.forgetCheckpoints(folder);
        calls.addAll(seen(soon.telling("WEIR_PRIVACY_IN_FLIGHT", "PT1S"), this::again));
        List<ResolvedStack> stacks = soon.templates().resolve(Account.LOCAL);
        calls.addAll(new Unseen(stacks.get(1), stacks.get(2)).besides(calls));
        List<Granted> granted = Granted.in(stacks.get(2));
        Comparison comparison = new Comparison(calls, granted);
        assertThat(comparison.forbidden()).isEmpty();
        assertThat(comparison.unused(reasons())).isEmpty();
        assertThat(new Comparison(calls, without(granted, "weir-steady-lake-writer", "LandEvents")).forbidden())
                .as("what is said when a permission is gone")
                .isNotEmpty()
                .allMatch(finding -> finding.matches(
                        "weir-steady-lake-writer calls s3:(Put|Get)Object on arn:aws:s3:::weir-steady-lake-.*"));
    }

    private static List<Granted> without(List<Granted> granted, String function, String sid) {
        return granted.stream()
                .filter(one -> !one.function().equals(function) || !one.sid().equals(sid))
                .toList();
    }

    private Set<Call> seen(ReviewedTemplates release, Work work) throws Exception {
        RecordedServices services =
                new RecordedServices(EmbeddedServices.start(Running.ARTIFACTS, new StateFolder(folder)));
        try (Running weir = Running.from(release.templates(), folder, services)) {
            work.in(weir, services);
        }
        assertThat(services.trouble()).as("calls that no action is known for").isEmpty();
        return services.calls();
    }

    private interface Work {
        void in(Running weir, RecordedServices services) throws Exception;
    }

    /// What comes in, is counted, compacted and asked to be erased.
    private void first(Running weir, RecordedServices services) throws Exception {
        Jobs jobs = new Jobs(weir, folder);
        Instant from = Instant.now();
        jobs.poison();
        jobs.sendAllSamples();
        jobs.queueWhatTheStreamRefuses();
        jobs.sendMixedBatch("compacted");
        jobs.compact();
        jobs.sendMixedBatch("not-yet");
        jobs.keepFailedAndQuarantined(services.shards());
        assertThat(Eventually.reaches(
                        1, () -> new Counts(weir.stack.endpoint(), from.minusSeconds(60)).sum("events_per_minute")))
                .isPositive();
        jobs.heed("user-c");
        jobs.erase("user-a");
        jobs.replay(services.shards());
        jobs.purge();
    }

    /// What comes a second time, because consumers have forgotten how far they were, and what is due a day later.
    private void again(Running weir, RecordedServices services) throws Exception {
        Jobs jobs = new Jobs(weir, folder);
        jobs.awaitConsumers();
        jobs.compact();
        jobs.closeRequests();
    }

    /// `function sid action resource: reason`, of permissions that no job here needs.
    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        Path file = Path.of(
                System.getProperty("weir.root"), "functions/local/stack/src/test/resources/unused-permissions.txt");
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(": ", 2);
                reasons.put(parts[0], parts[1]);
            }
        }
        return reasons;
    }
}
