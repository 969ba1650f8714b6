package dev.weir.compactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lake.Extent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactionRequestTest {

    @Test
    void isOfCompleteHoursOfAllDaysAndProductsUnlessItSaysOtherwise() throws IOException {
        CompactionRequest request = read("{}");

        assertThat(request.product()).isEmpty();
        assertThat(request.date()).isEmpty();
        assertThat(request.days()).isGreaterThan(10_000);
        assertThat(request.extent()).isEqualTo(Extent.HOURS);
    }

    @Test
    void mayBeOfOneProductAndDay() throws IOException {
        CompactionRequest request = read("{'product':'ott-streaming','dt':'2026-02-08','days':8,'extent':'all'}");

        assertThat(request.product()).hasValue("ott-streaming");
        assertThat(request.date()).hasValue(LocalDate.parse("2026-02-08"));
        assertThat(request.days()).isEqualTo(8);
        assertThat(request.extent()).isEqualTo(Extent.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'product':7}|'product' must be a string",
                "{'dt':'2026-02-30'}|'dt' must be a date such as 2026-02-08",
                "{'days':0}|'days' must be a whole number from 1 to 36500",
                "{'extent':'weeks'}|'extent' must be one of hours, days, all",
                "{'force':true}|the request has a field that is none of days, dt, extent, product"
            })
    void saysWhatIsWrong(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static CompactionRequest read(String body) throws IOException {
        return CompactionRequest.read(
                new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
