package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.local.emulators.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

class ThrottleTest {
    @TempDir
    Path data;

    private Server kinesis;

    @BeforeEach
    void start() {
        var settings = new KinesisSettings(Duration.ofDays(1), 16 << 20, true);
        kinesis = new Server(data, new SettableClock(), settings).withStream("events", 1);
    }

    @AfterEach
    void stop() throws Exception {
        kinesis.close();
    }

    @Test
    void takesAThousandRecordsASecondAndFailsTheRestOneByOne() {
        assertThat(put(500, 1).failedRecordCount()).isZero();
        assertThat(put(499, 1).failedRecordCount()).isZero();

        PutRecordsResponse overflowing = put(3, 1);

        assertThat(overflowing.failedRecordCount()).isEqualTo(2);
        assertThat(overflowing.records().get(0).sequenceNumber()).isNotEmpty();
        assertThat(overflowing.records().get(2).errorCode()).isEqualTo("ProvisionedThroughputExceededException");
        assertThat(kinesis.all("events")).hasSize(1_000);
    }

    @Test
    void takesAMebibyteASecondAndAgainASecondLater() {
        assertThat(put(1, (1 << 20) - 1).failedRecordCount()).isZero();

        assertThatThrownBy(() -> kinesis.put("events", "k", "x"))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        kinesis.clock.advance(Duration.ofSeconds(1));

        assertThat(put(1, (1 << 20) - 1).failedRecordCount()).isZero();
    }

    @Test
    void takesNothingWhileAFileSaysSo() throws Exception {
        Files.createFile(data.resolve("throttled"));
        assertThatThrownBy(() -> kinesis.put("events", "k", "x"))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        Files.delete(data.resolve("throttled"));

        kinesis.put("events", "k", "x");
        assertThat(kinesis.all("events")).containsExactly("x");
    }

    private PutRecordsResponse put(int count, int size) {
        List<PutRecordsRequestEntry> entries = Collections.nCopies(
                count,
                PutRecordsRequestEntry.builder()
                        .partitionKey("k")
                        .data(SdkBytes.fromByteArray(new byte[size]))
                        .build());
        return kinesis.client.putRecords(r -> r.streamName("events").records(entries));
    }
}
