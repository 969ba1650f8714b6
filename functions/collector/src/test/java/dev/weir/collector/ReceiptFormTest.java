package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.intake.HttpRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptFormTest {

    @Test
    void isShortWhereNothingIsAskedFor() {
        assertThat(of("application/json", Map.of())).hasValue(ReceiptForm.SHORT);
        assertThat(ReceiptForm.of(request(Map.of(), Map.of()))).hasValue(ReceiptForm.SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain;charset=UTF-8", "Text/Plain ; charset=utf-8", " text/plain"})
    void isNoneForBeacons(String contentType) {
        assertThat(of(contentType, Map.of())).hasValue(ReceiptForm.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plainer", "text/html", "application/x-text/plain"})
    void takesOtherTypesForNoBeacon(String contentType) {
        assertThat(of(contentType, Map.of())).hasValue(ReceiptForm.SHORT);
    }

    @ParameterizedTest
    @CsvSource({"none, NONE", "short, SHORT", "full, FULL"})
    void isWhatIsAskedForEvenByABeacon(String asked, ReceiptForm form) {
        assertThat(of("application/json", Map.of("receipt", asked))).hasValue(form);
        assertThat(of("text/plain", Map.of("receipt", asked))).hasValue(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FULL", "long", "full,none", " full"})
    void isNotThereForAnythingElse(String asked) {
        assertThat(of("application/json", Map.of("receipt", asked))).isEmpty();
    }

    private static Optional<ReceiptForm> of(String contentType, Map<String, String> query) {
        return ReceiptForm.of(request(Map.of("content-type", contentType), query));
    }

    private static HttpRequest request(Map<String, String> headers, Map<String, String> query) {
        return new HttpRequest(
                "POST", new HttpRequest.Target("/v1/events", Map.of(), query), headers, new byte[0], "203.0.113.7");
    }
}
