package dev.weir.local.mapping;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MappingSpecTest {

    @Test
    void refusesWhatLambdaRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> Dock.spec(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Dock.spec(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> Dock.within(Duration.ofSeconds(301)));
        assertThatIllegalArgumentException().isThrownBy(() -> Dock.retrying(-2, false));
        assertThatIllegalArgumentException().isThrownBy(() -> Dock.upToAge(Duration.ofDays(8)));
        assertThatIllegalArgumentException().isThrownBy(() -> Dock.upToAge(Duration.ZERO));
    }
}
