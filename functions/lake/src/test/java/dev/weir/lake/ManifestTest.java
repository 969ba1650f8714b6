package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lake.Manifest.Live;
import dev.weir.lake.Manifest.Replaced;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final Instant THEN = Instant.parse("2026-02-08T15:05:00Z");
    private static final Manifest MANIFEST = new Manifest(
            List.of(new Live("silver/b", "run", 0, 10, 2_000)),
            List.of(new Replaced("bronze/c", THEN), new Replaced("bronze/a", THEN)));

    @Test
    void isALineOfJsonForEachObject() {
        assertThat(new String(MANIFEST.json(), StandardCharsets.UTF_8)).isEqualTo("""
                        {"key":"silver/b","state":"live","run":"run","part":0,"rows":10,"bytes":2000}
                        {"key":"bronze/a","state":"replaced","since":"2026-02-08T15:05:00Z"}
                        {"key":"bronze/c","state":"replaced","since":"2026-02-08T15:05:00Z"}
                        """);
        assertThat(Manifest.read(MANIFEST.json())).isEqualTo(MANIFEST);
    }

    @Test
    void whatIsReplacedTwiceWasReplacedTheFirstTime() {
        Manifest next = MANIFEST.with(List.of(), List.of("bronze/a", "silver/b"), THEN.plusSeconds(1));

        assertThat(next.live()).isEmpty();
        assertThat(next.replaced())
                .contains(new Replaced("bronze/a", THEN), new Replaced("silver/b", THEN.plusSeconds(1)));
    }

    @Test
    void saysWhichLineIsNone() {
        assertThatThrownBy(() -> Manifest.read("{\"key\":\"a\",\"state\":\"odd\"}\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 1 of the manifest has no known state");
        assertThatThrownBy(() -> Manifest.read("{\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 1 of the manifest is not JSON");
    }
}
