package dev.weir.lakewriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayRequestTest {

    @Test
    void isInEarnestAndOfAllProductsFromTheBeginningUnlessItSaysOtherwise() throws IOException {
        assertThat(read("{'from':'failed'}"))
                .isEqualTo(new ReplayRequest(ReplayRequest.From.FAILED, Optional.empty(), false, ""));
    }

    @Test
    void maySayAllOfIt() throws IOException {
        assertThat(read("{'from':'quarantine','product':'p','dry_run':true,'after':'k'}"))
                .isEqualTo(new ReplayRequest(ReplayRequest.From.QUARANTINE, Optional.of("p"), true, "k"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|'from' is missing; it says which documents",
                "{'from':'lake'}|'from' must be one of failed, quarantine",
                "{'from':'failed','product':7}|'product' must be a string",
                "{'from':'failed','dry_run':'yes'}|'dry_run' must be true or false",
                "{'from':'failed','after':7}|'after' must be a string",
                "{'from':'failed','force':true}|the request has a field that is none of after, dry_run, from, product"
            })
    void saysWhatIsWrong(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static ReplayRequest read(String body) throws IOException {
        return ReplayRequest.read(
                new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
