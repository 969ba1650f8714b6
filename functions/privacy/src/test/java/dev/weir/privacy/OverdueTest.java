package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.lake.EventScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverdueTest {

    private static final Instant ASKED = Instant.parse("2026-02-08T15:00:00Z");
    private static final Instant FIVE_DAYS_ON = ASKED.plus(Duration.ofDays(5));

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING", "PARTIAL"})
    void whoIsNotGoneAfterFiveDaysIsOverdue(Status status) {
        assertThat(Overdue.is(request(status), FIVE_DAYS_ON.minusMillis(1))).isFalse();
        assertThat(Overdue.is(request(status), FIVE_DAYS_ON)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETE", "NOTHING_EXAMINED"})
    void whoIsGoneIsNotHoweverLongItWasAgo(Status status) {
        assertThat(Overdue.is(request(status), ASKED.plus(Duration.ofDays(30)))).isFalse();
    }

    @Test
    void theLogSaysWhichRequestAndNothingOfThePerson() {
        List<String> lines = new ArrayList<>();
        Handler listener = new Listener(lines);
        Logger logger = Logger.getLogger(Overdue.class.getName());
        logger.addHandler(listener);
        try {
            Overdue.tell(request(Status.PARTIAL), FIVE_DAYS_ON);
            Overdue.tell(request(Status.COMPLETE), FIVE_DAYS_ON);
        } finally {
            logger.removeHandler(listener);
        }

        assertThat(lines).containsExactly("overdue requestId=request-1 product=ott-streaming status=PARTIAL");
    }

    private static Request request(Status status) {
        return new Request(
                "request-1",
                new PrivacyKeys.Grant(People.PRODUCT, People.TENANT),
                new Demand(RequestType.ERASURE, "user", EventScope.ALL, false),
                new Request.Subject(Set.of(People.name(1)), ASKED),
                new Progress(status, ASKED, Progress.Result.NONE));
    }

    private static final class Listener extends Handler {

        private static final PatternFormatter FORMAT = new PatternFormatter("%s");

        private final List<String> lines;

        private Listener(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(FORMAT.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
