package dev.weir.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRequestTest {

    @Test
    void isOfAllProductsTodayAndInEarnestUnlessItSaysOtherwise() throws IOException {
        RetentionRequest request = read("{}");

        assertThat(request.product()).isEmpty();
        assertThat(request.today()).isEmpty();
        assertThat(request.dryRun()).isFalse();
        assertThat(request.allowShare()).isEmpty();
    }

    @Test
    void maySayAllOfIt() throws IOException {
        RetentionRequest request = read("{'product':'thedata','today':'2027-02-08','dry_run':true,'allow_share':100}");

        assertThat(request.product()).hasValue("thedata");
        assertThat(request.today()).hasValue(LocalDate.parse("2027-02-08"));
        assertThat(request.dryRun()).isTrue();
        assertThat(request.allowShare()).hasValue(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'product':7}|'product' must be a string",
                "{'today':'2026-02-30'}|'today' must be a date such as 2026-02-08",
                "{'dry_run':'yes'}|'dry_run' must be true or false",
                "{'allow_share':101}|'allow_share' must be a whole number from 0 to 100",
                "{'force':true}|the request has a field that is none of allow_share, dry_run, product, today"
            })
    void saysWhatIsWrong(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static RetentionRequest read(String body) throws IOException {
        return RetentionRequest.read(
                new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
