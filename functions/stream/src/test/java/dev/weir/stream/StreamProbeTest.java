package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.stream.KinesisStub.Answer;
import dev.weir.stream.StreamProbe.Health;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kinesis.KinesisClient;

class StreamProbeTest {

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "UPDATING"})
    void aStreamThatTakesRecordsIsWritable(String status) throws IOException {
        assertThat(checkWhen(status(status))).isEqualTo(new Health.Writable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATING", "DELETING"})
    void aStreamThatDoesNotIsUnwritable(String status) throws IOException {
        assertThat(checkWhen(status(status))).isEqualTo(new Health.Unwritable("stream weir-events is " + status));
    }

    @Test
    void aStreamThatIsNotThereIsUnwritable() throws IOException {
        assertThat(checkWhen(Answer.error(400, "ResourceNotFoundException")))
                .isEqualTo(new Health.Unwritable("stream weir-events does not answer:"
                        + " ResourceNotFoundException, status 400, request request-1"));
    }

    private static Answer status(String status) {
        return Answer.ok(
                "{\"StreamDescriptionSummary\":{\"StreamName\":\"weir-events\",\"StreamStatus\":\"" + status + "\"}}");
    }

    private static Health checkWhen(Answer answer) throws IOException {
        try (KinesisStub stub = new KinesisStub(answer);
                KinesisClient kinesis = stub.client(Patience.OF_A_SENDER)) {
            return new StreamProbe(kinesis, "weir-events").check();
        }
    }
}
