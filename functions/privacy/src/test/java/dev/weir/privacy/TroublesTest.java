package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TroublesTest {

    @Test
    void nobodyIsKeptFromWorkByAnother() {
        AtomicInteger worked = new AtomicInteger();
        Troubles troubles = new Troubles();
        RuntimeException first = new IllegalStateException("first");
        RuntimeException second = new IllegalStateException("second");

        troubles.in(() -> fail(first));
        troubles.in(worked::incrementAndGet);
        troubles.in(() -> fail(second));

        assertThat(worked).hasValue(1);
        assertThatThrownBy(troubles::end).isSameAs(first).hasSuppressedException(second);
    }

    @Test
    void withoutAnyItEndsWell() {
        Troubles troubles = new Troubles();
        troubles.in(() -> {});

        troubles.end();
    }

    private static void fail(RuntimeException trouble) {
        throw trouble;
    }
}
