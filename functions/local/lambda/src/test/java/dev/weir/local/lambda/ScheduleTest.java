package dev.weir.local.lambda;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final byte[] PAYLOAD = "{\"days\":2}".getBytes(StandardCharsets.UTF_8);

    private final BlockingQueue<String> invoked = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> trouble = new LinkedBlockingQueue<>();

    @Test
    void invokesAgainAndAgain() throws InterruptedException {
        Invoker invoker = (function, payload) -> {
            invoked.add(function + new String(payload, StandardCharsets.UTF_8));
            return new Invocation.Answered(new byte[0]);
        };
        try (Schedule schedule = new Schedule(invoker, trouble::add)) {
            schedule.add(new Schedule.Rule("compactor", PAYLOAD, Duration.ofMillis(1)));

            assertThat(invoked.poll(10, SECONDS)).isEqualTo("compactor{\"days\":2}");
            assertThat(invoked.poll(10, SECONDS)).isEqualTo("compactor{\"days\":2}");
            assertThat(trouble).isEmpty();
        }
    }

    @Test
    void goesOnAfterFailuresAndTellsThem() throws InterruptedException {
        Invoker invoker = (function, payload) -> {
            if (invoked.offer(function) && invoked.size() % 2 == 0) {
                throw new IllegalStateException("broken");
            }
            return new Invocation.Failed("Sandbox.Timedout", "secret");
        };
        try (Schedule schedule = new Schedule(invoker, trouble::add)) {
            schedule.add(new Schedule.Rule("compactor", PAYLOAD, Duration.ofMillis(1)));

            assertThat(trouble.poll(10, SECONDS)).isEqualTo("scheduled compactor failed: Sandbox.Timedout");
            assertThat(trouble.poll(10, SECONDS)).isEqualTo("scheduled compactor failed: IllegalStateException");
            assertThat(trouble.poll(10, SECONDS)).isEqualTo("scheduled compactor failed: Sandbox.Timedout");
        }
    }

    @Test
    void refusesARateOfNothing() {
        assertThatThrownBy(() -> new Schedule.Rule("compactor", PAYLOAD, Duration.ZERO))
                .hasMessage("the rate of compactor is not positive");
    }
}
