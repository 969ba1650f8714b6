package dev.weir.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void growsUpToItsBoundAndNoFurther() {
        Backoff backoff = Backoff.usual();

        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(backoff.after(4)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
        assertThat(backoff.after(10_000)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }
}
