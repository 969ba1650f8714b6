package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "desktop | Windows | Edge | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0",
                "desktop | macOS | Safari | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15",
                "desktop | Linux | Firefox | Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0",
                "phone | iOS | Safari | Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1",
                "tablet | iOS | Safari | Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Mobile/15E148 Safari/604.1",
                "phone | Android | Chrome | Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"
            })
    void keepsTheFamilies(String device, String system, String browser, String userAgent) {
        assertThat(UserAgents.of(userAgent))
                .isEqualTo(Map.of("device_class", device, "os_family", system, "browser_family", browser));
    }

    @Test
    void tellsCrawlersAndLibrariesFromPeople() {
        assertThat(UserAgents.of("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"))
                .containsEntry("device_class", "crawler");
        assertThat(UserAgents.of("curl/8.1")).containsEntry("device_class", "library");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "ana@example.com", "okhttp/4.12.0", "\u0000\uFFFF"})
    void saysNothingOfWhatItDoesNotKnow(String userAgent) {
        assertThat(UserAgents.of(userAgent)).isEmpty();
    }

    @Test
    void keepsNothingOfWhatIsWrittenBesideTheFamilies() {
        String families = UserAgents.of(
                        "Mozilla/5.0 (Windows NT 10.0; ana@example.com) Chrome/120.0 Safari/537.36 Ana/7")
                .toString();

        assertThat(families).doesNotContainIgnoringCase("ana").doesNotContain("120", "10");
    }

    @Test
    void doesNotReadAHugeOneToItsEnd() {
        assertThat(UserAgents.of("x".repeat(100_000) + " Firefox/120.0")).isEmpty();
    }
}
