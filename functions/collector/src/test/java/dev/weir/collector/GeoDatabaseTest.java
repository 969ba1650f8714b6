package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.ClientAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoDatabaseTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeIt() throws IOException {
        file = folder.resolve("test.mmdb");
        Map<String, Object> california = Map.of(
                "country", Map.of("iso_code", "US"),
                "city", Map.of("names", Map.of("en", "Anaheim")),
                "subdivisions", List.of(Map.of("iso_code", "CA"), Map.of("iso_code", "X1")));
        new GeoFile()
                .put4(203, 0, 113, 24, california)
                .put4(198, 51, 100, 24, Map.of("country", Map.of("iso_code", "FR")))
                .put4(192, 0, 2, 24, Map.of("country", Map.of("iso_code", "ana@example.com")))
                .put(ClientAddress.of("2001:db8::").bytes(), 32, Map.of("country", Map.of("iso_code", "SE")))
                .write(file);
    }

    @Test
    void tellsTheCountryAndItsLargestPartAndNoCity() {
        assertThat(of("203.0.113.7")).isEqualTo(Map.of("country", "US", "geo_region", "US-CA"));
    }

    @Test
    void tellsTheCountryAloneWhereThatIsAllThereIs() {
        assertThat(of("198.51.100.255")).isEqualTo(Map.of("country", "FR"));
        assertThat(of("2001:db8:ffff::1")).isEqualTo(Map.of("country", "SE"));
    }

    @Test
    void takesAMappedAddressForTheIpv4AddressThatItIs() {
        assertThat(of("::ffff:198.51.100.7")).isEqualTo(Map.of("country", "FR"));
    }

    @Test
    void tellsNothingOfAnAddressThatItDoesNotHave() {
        assertThat(of("198.51.101.0")).isEmpty();
        assertThat(of("127.0.0.1")).isEmpty();
        assertThat(of("::1")).isEmpty();
    }

    @Test
    void doesNotPassOnWhatIsNoCode() {
        assertThat(of("192.0.2.1")).isEmpty();
    }

    @Test
    void namesAFileThatIsNoDatabase() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mmdb"), "no database");

        assertThatThrownBy(() -> GeoDatabase.open(text)).hasMessageContaining("text.mmdb");
        assertThatThrownBy(() -> GeoDatabase.open(folder.resolve("none.mmdb"))).hasMessageContaining("none.mmdb");
    }

    private Map<String, String> of(String address) {
        return GeoDatabase.open(file).of(ClientAddress.of(address));
    }
}
