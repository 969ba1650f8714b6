package dev.weir.stream;

import dev.weir.stream.RecordPacker.Packed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Keeps records that the stream refuses: a queue of SQS, from which [SurgeDrain] puts them into the stream. Safe for
/// use by several threads.
public final class SurgeQueue {

    private final SqsClient sqs;
    private final String url;
    private final Clock clock;

    /// @param sqs the caller closes it
    public SurgeQueue(SqsClient sqs, String url, Clock clock) {
        this.sqs = sqs;
        this.url = url;
        this.clock = clock;
    }

    /// Returns once the queue has all of the records.
    ///
    /// @throws StreamUnavailable if it does not have all of them; it may have some
    void put(List<Packed> records) throws StreamUnavailable {
        for (Packed record : records) {
            if (record.data().length > SurgeMessage.MAX_RECORD) {
                throw refused(records, "too large for a message", null);
            }
            try {
                String body = new SurgeMessage(record, clock.instant()).text();
                sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
            } catch (SdkException e) {
                throw refused(records, Trouble.name(e), Trouble.causeWithoutContent(e));
            }
        }
    }

    private static StreamUnavailable refused(List<Packed> records, String why, @Nullable Throwable cause) {
        return new StreamUnavailable(
                "neither the stream nor the surge queue takes " + records.size() + " records: " + why, cause);
    }
}
