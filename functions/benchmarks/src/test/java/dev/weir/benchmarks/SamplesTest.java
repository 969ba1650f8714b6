package dev.weir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.intake.Verdict;
import org.junit.jupiter.api.Test;

/// A figure means something while its event is taken the way that events are.
class SamplesTest {

    private final EventSteps event = new EventSteps();

    @Test
    void theEventHas1100Bytes() {
        assertThat(new String(Samples.event(), UTF_8).strip()).hasSizeBetween(1_100, 1_130);
    }

    @Test
    void theEventIsAccepted() {
        assertThat(event.admit()).isInstanceOf(Verdict.Accepted.class);
        assertThat(event.schemas()).isEmpty();
        assertThat(event.schemasByLibrary()).isEmpty();
    }

    @Test
    void theLogEntryHas1100BytesAndNothingPersonalInThem() {
        assertThat(new String(Samples.open(), UTF_8).strip()).hasSizeBetween(1_100, 1_140);
        assertThat(PiiSteps.open().redactions()).isEmpty();
    }

    @Test
    void theRequestHasTenEventsAndAbout5KilobytesAndAllOfItIsAccepted() throws Exception {
        RequestSteps request = new RequestSteps();

        assertThat(request.size()).isBetween(5_000, 5_500);
        assertThat(request.read()).hasSize(10);
        assertThat(request.whole()).isNotEmpty();
    }
}
