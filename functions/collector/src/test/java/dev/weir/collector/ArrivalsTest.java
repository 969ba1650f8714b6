package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.Arrival;
import dev.weir.core.event.Source;
import dev.weir.core.intake.HttpRequest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {

    private static final Instant NOW = Instant.parse("2026-02-08T14:30:00Z");
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";

    private final Arrivals arrivals = new Arrivals(new ClientAddresses(0), address -> Map.of("country", "US"));

    @Test
    void notesWhereAnAppIsAndWhatItRunsOn() {
        Arrival arrival = of(Map.of("user-agent", CHROME), Source.CLIENT);

        assertThat(arrival.receivedAt()).isEqualTo(NOW);
        assertThat(arrival.traits().context())
                .isEqualTo(Map.of(
                        "country",
                        "US",
                        "device_class",
                        "desktop",
                        "os_family",
                        "Windows",
                        "browser_family",
                        "Chrome"));
    }

    /// Or an event of anybody would be taken for one from the country that the backend runs in.
    @Test
    void takesABackendForNoPerson() {
        assertThat(of(Map.of("user-agent", CHROME), Source.SERVER).traits().context())
                .isEmpty();
    }

    @Test
    void keepsTheTraceOfAppsAndBackends() {
        Map<String, String> headers = Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        for (Source source : Source.values()) {
            assertThat(of(headers, source).traits().context())
                    .containsEntry("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
        }
    }

    @Test
    void looksNoAddressUpThatIsNotThere() {
        Arrival arrival = arrivals.of(
                new HttpRequest("POST", "/v1/events", Map.of(), new byte[0], null),
                Source.CLIENT,
                new Stamp("batch-1", NOW));

        assertThat(arrival.address()).isNull();
        assertThat(arrival.traits().context()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sec-gpc, 1, true",
        "dnt, 1, true",
        "sec-gpc, ' 1 ', true",
        "sec-gpc, '0, 1', true",
        "sec-gpc, 0, false",
        "dnt, 0, false",
        "dnt, null, false",
        "sec-gpc, true, false",
        "sec-gpc, 11, false"
    })
    void hearsWhoAsksNotToBeTracked(String header, String value, boolean objects) {
        assertThat(of(Map.of(header, value), Source.CLIENT).hints().objects()).isEqualTo(objects);
    }

    @Test
    void hearsItOfABackendToo() {
        assertThat(of(Map.of("sec-gpc", "1"), Source.SERVER).hints().objects()).isTrue();
        assertThat(of(Map.of(), Source.SERVER).hints().objects()).isFalse();
    }

    private Arrival of(Map<String, String> headers, Source source) {
        return arrivals.of(
                new HttpRequest("POST", "/v1/events", headers, new byte[0], "203.0.113.7"),
                source,
                new Stamp("batch-1", NOW));
    }
}
