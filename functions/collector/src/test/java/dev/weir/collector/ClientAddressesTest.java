package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.ClientAddress;
import dev.weir.core.intake.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    @Test
    void isTheGatewaysWordWhateverTheHeaderSays() {
        assertThat(of(0, "192.0.2.1, 198.51.100.1")).isEqualTo(bytes("203.0.113.7"));
        assertThat(of(0, null)).isEqualTo(bytes("203.0.113.7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 198.51.100.1                          | 198.51.100.1",
                "1 | 192.0.2.1, 198.51.100.1               | 198.51.100.1",
                "2 | 192.0.2.66, 192.0.2.1,198.51.100.1    | 192.0.2.1",
                "1 | 198.51.100.1:4711                     | 198.51.100.1",
                "1 | [2001:db8::7]:4711                    | 2001:db8::7",
                "1 | [2001:db8::7]                         | 2001:db8::7",
                "1 | 2001:db8::7                           | 2001:db8::7",
                "1 | ::ffff:198.51.100.1                   | 198.51.100.1"
            })
    void isWhatTheOutermostTrustedProxySaw(int hops, String header, String expected) {
        assertThat(of(hops, header)).isEqualTo(bytes(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "example.com", "198.51.100.999", "192.0.2.1, ", "_hidden", "["})
    void isNotThereWhereTheProxySawNothingThatIsAnAddress(String header) {
        assertThat(of(1, header)).isNull();
    }

    @Test
    void isNotThereForARequestThatCamePastTheProxies() {
        assertThat(of(1, null)).isNull();
        assertThat(of(3, "198.51.100.1, 198.51.100.2")).isNull();
    }

    @Test
    void refusesANumberOfProxiesThatIsNone() {
        assertThatThrownBy(() -> new ClientAddresses(-1)).hasMessageContaining("0 or more");
    }

    private static byte @Nullable [] of(int hops, @Nullable String forwarded) {
        Map<String, String> headers = new HashMap<>();
        if (forwarded != null) {
            headers.put("x-forwarded-for", forwarded);
        }
        ClientAddress address = new ClientAddresses(hops)
                .of(new HttpRequest("POST", "/v1/events", headers, new byte[0], "203.0.113.7"));
        return address == null ? null : address.bytes();
    }

    private static byte[] bytes(String literal) {
        return ClientAddress.of(literal).bytes();
    }
}
