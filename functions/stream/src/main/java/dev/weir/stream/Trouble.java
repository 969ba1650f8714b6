package dev.weir.stream;

import dev.weir.stream.RecordPacker.Packed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Says what went wrong with Kinesis or SQS. The messages of its errors quote the request, partition keys included, so
/// they
/// are left out, and so are the errors themselves.
final class Trouble {

    private Trouble() {}

    static StreamUnavailable writing(String stream, List<Packed> records, SdkException e) {
        String message = "cannot write to stream %s (%d records): %s".formatted(stream, records.size(), name(e));
        return new StreamUnavailable(message, causeWithoutContent(e), records);
    }

    static String name(SdkException e) {
        if (e instanceof AwsServiceException service) {
            String code = service.awsErrorDetails() == null
                    ? "error"
                    : service.awsErrorDetails().errorCode();
            return code + ", status " + service.statusCode() + ", request " + service.requestId();
        }
        return e.getClass().getSimpleName();
    }

    static @Nullable Throwable causeWithoutContent(SdkException e) {
        return e instanceof AwsServiceException ? null : e;
    }
}
