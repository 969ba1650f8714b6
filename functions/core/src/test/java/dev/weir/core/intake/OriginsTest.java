package dev.weir.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final Set<String> LISTED = Origins.of(List.of("https://app.example.com", "https://*.example.net"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "https://*.example.com:8443",
                "http://localhost:3000",
                "https://[::1]:8443",
                "http://127.0.0.1"
            })
    void takesWhatABrowserSends(String origin) {
        assertThat(Origins.of(List.of(origin))).containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "app.example.com",
                "https://app.example.com/",
                "https://App.example.com",
                "https://app.example.com/path",
                "https://app.example.com?q",
                "https://user@app.example.com",
                "ftp://app.example.com",
                "https://*.com",
                "https://*",
                "https://a*.example.com",
                "https://*.*.example.com",
                "https://app.*.com",
                "https:app.example.com",
                "https://app example.com"
            })
    void refusesWhatNoBrowserSends(String origin) {
        assertThatThrownBy(() -> Origins.of(List.of(origin))).hasMessageContaining("is not an origin such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com", "https://a.b.example.net", "https://x.example.net"})
    void allowsWhatIsListedAndWhatIsBelowAStar(String origin) {
        assertThat(Origins.allow(LISTED, origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://app.example.com",
                "https://app.example.com:444",
                "https://app.example.com.evil.test",
                "https://example.net",
                "https://evilexample.net",
                "https://.example.net",
                "http://x.example.net",
                "https://x.example.net:8443",
                "https://x.example.net.evil.test",
                "https://evil.test/.example.net",
                "https://evil.test#.example.net",
                "https://evil.test\\.example.net",
                "https://X.example.net"
            })
    void allowsNothingThatOnlyLooksAlike(String origin) {
        assertThat(Origins.allow(LISTED, origin)).isFalse();
    }

    @Test
    void allowsEveryOriginWhereNoneIsListed() {
        assertThat(Origins.allow(Set.of(), "https://anybody.test")).isTrue();
        assertThat(Origins.allow(Set.of(), "null")).isTrue();
    }
}
