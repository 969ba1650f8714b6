package dev.weir.stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Says what went wrong with Kinesis. The messages of its errors quote the request, partition keys included, so they
/// are left out, and so are the errors themselves.
final class Trouble {

    private Trouble() {}

    static StreamUnavailable writing(String stream, int records, SdkException e) {
        String message = "cannot write to stream %s (%d records): %s".formatted(stream, records, name(e));
        return new StreamUnavailable(message, causeWithoutContent(e));
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

    private static @Nullable Throwable causeWithoutContent(SdkException e) {
        return e instanceof AwsServiceException ? null : e;
    }
}
