package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ObjectionAnswersTest.NoListIsYoungEnough.class)
@WithTestResource(KeyFiles.class)
class ObjectionAnswersTest {

    @Inject
    FakeKinesis kinesis;

    public static class NoListIsYoungEnough implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("weir.objections-hold", "PT0S");
        }
    }

    @Test
    void nothingIsTakenWhileNobodyKnowsWhoHasObjected() {
        kinesis.reset();

        Call.Reply reply =
                Call.events("{\"events\":[" + Samples.playbackStarted() + "]}").send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body().path("type").asText()).isEqualTo("urn:weir:problem:objections-unknown");
        assertThat(reply.header("retry-after")).isEqualTo("1");
        assertThat(kinesis.records()).isEmpty();
    }
}
