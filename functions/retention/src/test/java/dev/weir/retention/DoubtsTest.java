package dev.weir.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.lake.ObjectContent;
import dev.weir.retention.RetentionReport.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    private static final ObjectContent ANYTHING = new ObjectContent(new byte[] {1}, "text/plain", Map.of());

    private final Archive archive = new Archive().settled("2026-08-23").settled("2026-11-20");

    @Test
    void refusesWhenMoreThanAShareWouldGo() {
        // 7 of 16 objects: 43.75 %
        assertRefused(archive.run(Archive.request(false, 43)), "7 of 16 objects of unofficial-communities would go");
        assertThat(archive.run(Archive.request(false, 44)).status()).isEqualTo(Status.DONE);
    }

    @Test
    void refusesByTheConfiguredShareWhereTheRequestNamesNone() {
        RetentionRequest request =
                new RetentionRequest(Optional.of(Archive.PRODUCT), Optional.empty(), false, Optional.empty());

        assertRefused(archive.run(request), "at most 20 % may; allow it with --allow-share");
    }

    @Test
    void refusesAClockThatIsOverADayBehindTheLake() {
        Clock slow = Clock.offset(Archive.CLOCK, Duration.ofHours(-25));

        assertRefused(run(slow), "the lake has an object of");
    }

    @Test
    void refusesAClockThatIsOverAnHourFromTheBucketsEitherWay() {
        assertRefused(run(Clock.offset(Archive.CLOCK, Duration.ofMinutes(61))), "the bucket says");
        assertRefused(run(Clock.offset(Archive.CLOCK, Duration.ofMinutes(-61))), "the bucket says");
        assertThat(run(Clock.offset(Archive.CLOCK, Duration.ofMinutes(60))).status())
                .isEqualTo(Status.DONE);
    }

    @Test
    void refusesADayThatIsToComeExceptInADryRun() {
        LocalDate tomorrow = LocalDate.parse("2026-11-22");

        assertRefused(archive.run(on(tomorrow, false)), "a day that is to come can be tried with a dry run only");
        assertThat(archive.run(on(tomorrow, true)).doubts()).isEmpty();
        assertThat(archive.run(on(tomorrow.minusDays(1), false)).status()).isEqualTo(Status.DONE);
    }

    @Test
    void refusesALakeWithAProductThatTheCatalogLacks() {
        archive.lake.put("silver/product=unknown/retention=x/dt=2020-01-01/run-0.parquet", ANYTHING);

        assertRefused(archive.run(), "the lake has a product unknown, and the catalog does not");
        assertThat(archive.lake.objects).containsKey("silver/product=unknown/retention=x/dt=2020-01-01/run-0.parquet");
    }

    @Test
    void refusesALakeWithAClassThatTheCatalogLacks() {
        archive.lake.put("silver/product=unofficial-communities/retention=legal/dt=2026-11-20/run-0.parquet", ANYTHING);

        assertRefused(archive.run(), "a retention class legal of unofficial-communities");
    }

    private RetentionReport run(Clock clock) {
        return archive.run(Archive.request(false, 100), clock, Archive.FAR);
    }

    private static RetentionRequest on(LocalDate today, boolean dry) {
        return new RetentionRequest(Optional.of(Archive.PRODUCT), Optional.of(today), dry, Optional.of(100));
    }

    private void assertRefused(RetentionReport report, String why) {
        assertThat(report.status()).isEqualTo(Status.REFUSED);
        assertThat(report.doubts()).anyMatch(doubt -> doubt.contains(why));
        assertThat(archive.silver()).as("nothing has gone").hasSizeGreaterThanOrEqualTo(8);
    }
}
