package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

class LimitsTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path data;

    private Server kinesis;

    @BeforeEach
    void start() {
        kinesis = Server.over(data).withStream("events", 1);
    }

    @AfterEach
    void stop() throws Exception {
        kinesis.close();
    }

    @Test
    void takesARecordOfOneMebibyteWithItsKey() {
        assertThat(put("k", MIB - 1).sequenceNumber()).isNotEmpty();
    }

    @Test
    void refusesOneByteMore() {
        assertThatThrownBy(() -> put("kk", MIB - 1)).isInstanceOf(InvalidArgumentException.class);
        assertValidation(() -> put("k", MIB + 1));
    }

    @Test
    void takesAKeyOf256CharactersAndRefuses257() {
        assertThat(put("é".repeat(256), 1).sequenceNumber()).isNotEmpty();
        assertValidation(() -> put("é".repeat(257), 1));
        assertValidation(() -> put("", 1));
    }

    private PutRecordResponse put(String key, int size) {
        return kinesis.client.putRecord(
                r -> r.streamName("events").partitionKey(key).data(SdkBytes.fromByteArray(new byte[size])));
    }

    @Test
    void takesFiveHundredRecordsAndRefusesAllOf501() {
        assertThat(putMany(500, 1)).isZero();
        assertValidation(() -> putMany(501, 1));
        assertThat(kinesis.all("events")).hasSize(500);
    }

    @Test
    void takesFiveMebibytesAndRefusesAllOfMore() {
        assertThat(putMany(5, MIB - 1)).isZero();
        assertThatThrownBy(() -> putMany(6, MIB - 1)).isInstanceOf(InvalidArgumentException.class);
        assertThat(kinesis.all("events")).hasSize(5);
    }

    private int putMany(int count, int size) {
        List<PutRecordsRequestEntry> entries = Collections.nCopies(
                count,
                PutRecordsRequestEntry.builder()
                        .partitionKey("k")
                        .data(SdkBytes.fromByteArray(new byte[size]))
                        .build());
        return kinesis.client
                .putRecords(r -> r.streamName("events").records(entries))
                .failedRecordCount();
    }

    @Test
    void anUnknownStreamIsNotFound() {
        assertThatThrownBy(() -> kinesis.put("other", "k", "x")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> kinesis.client.describeStream(r -> r.streamName("other")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> kinesis.client.deleteStream(r -> r.streamName("other")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aStreamOfThatNameIsInUse() {
        assertThatThrownBy(() -> kinesis.withStream("events", 1)).isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void aNameThatIsAPathIsRefused() {
        assertValidation(() -> kinesis.withStream("../events", 1));
        assertThat(kinesis.withStream("..", 1).server.streams().shardIds("..")).hasSize(1);
    }

    @Test
    void takesFiveHundredShardsAtMost() {
        assertThatThrownBy(() -> kinesis.withStream("wide", 501)).isInstanceOf(LimitExceededException.class);
    }

    private static void assertValidation(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KinesisException.class,
                        failure -> assertThat(failure.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationException"));
    }
}
