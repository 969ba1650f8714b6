package dev.weir.stream;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/// Asks whether the stream can be written now. Kinesis allows 20 such questions a second per account.
public final class StreamProbe {

    private static final Duration ENOUGH = Duration.ofSeconds(1);

    private final KinesisClient kinesis;
    private final String stream;

    public StreamProbe(KinesisClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    /// The answer, within about a second.
    public sealed interface Health {

        /// The stream takes records; it does while it is being resharded, too.
        record Writable() implements Health {}

        /// It does not, or does not answer.
        ///
        /// @param reason for operators, without any content
        record Unwritable(String reason) implements Health {}
    }

    public Health check() {
        try {
            return health(kinesis.describeStreamSummary(describe -> describe.streamName(stream)
                            .overrideConfiguration(
                                    call -> call.apiCallTimeout(ENOUGH).apiCallAttemptTimeout(ENOUGH)))
                    .streamDescriptionSummary()
                    .streamStatus());
        } catch (SdkException e) {
            return new Health.Unwritable("stream " + stream + " does not answer: " + Trouble.name(e));
        }
    }

    private Health health(StreamStatus status) {
        return switch (status) {
            case ACTIVE, UPDATING -> new Health.Writable();
            case CREATING, DELETING, UNKNOWN_TO_SDK_VERSION ->
                new Health.Unwritable("stream " + stream + " is " + status);
        };
    }
}
