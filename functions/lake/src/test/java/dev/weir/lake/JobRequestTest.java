package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobRequestTest {

    @Test
    void hasWhatWasSent() throws IOException {
        JobRequest request = read("{'text':'a','date':'2026-02-08','whole':10,'flag':true,'choice':'days'}");

        assertThat(request.text("text")).hasValue("a");
        assertThat(request.date("date")).hasValue(LocalDate.parse("2026-02-08"));
        assertThat(request.whole("whole", 1, 10)).hasValue(10);
        assertThat(request.flag("flag")).isTrue();
        assertThat(request.choice("choice", Extent.values())).hasValue(Extent.DAYS);
    }

    @Test
    void needsNothing() throws IOException {
        JobRequest request = read("{}");

        assertThat(request.text("text")).isEmpty();
        assertThat(request.date("date")).isEmpty();
        assertThat(request.whole("whole", 1, 10)).isEmpty();
        assertThat(request.flag("flag")).isFalse();
        assertThat(request.choice("choice", Extent.values())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "'secret'",
                "secret",
                "{'text':'secret'",
                "{} secret",
                "{'text':'a','text':'secret'}"
            })
    void isAnObjectAndNothingElse(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the request must be a JSON object, with each field once")
                .hasNoCause();
    }

    @Test
    void hasNoOtherFields() {
        assertThatThrownBy(() -> read("{'secret':1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the request has a field that is none of choice, date, flag, text, whole");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'text':7}|'text' must be a string",
                "{'text':null}|'text' must be a string",
                "{'date':20260208}|'date' must be a string",
                "{'date':'2026-02-30'}|'date' must be a date such as 2026-02-08",
                "{'whole':0}|'whole' must be a whole number from 1 to 10",
                "{'whole':11}|'whole' must be a whole number from 1 to 10",
                "{'whole':2.5}|'whole' must be a whole number from 1 to 10",
                "{'whole':'2'}|'whole' must be a whole number from 1 to 10",
                "{'whole':12345678901}|'whole' must be a whole number from 1 to 10",
                "{'flag':'true'}|'flag' must be true or false",
                "{'flag':1}|'flag' must be true or false",
                "{'choice':'DAYS'}|'choice' must be one of hours, days, all",
                "{'choice':['days']}|'choice' must be a string"
            })
    void saysWhichFieldBreaksWhichRule(String body, String message) throws IOException {
        JobRequest request = read(body);

        assertThatThrownBy(() -> {
                    request.text("text");
                    request.date("date");
                    request.whole("whole", 1, 10);
                    request.flag("flag");
                    request.choice("choice", Extent.values());
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static JobRequest read(String body) throws IOException {
        return JobRequest.read(
                new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                Set.of("text", "date", "whole", "flag", "choice"));
    }
}
