package dev.weir.local.permissions;

import dev.weir.local.front.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which [actions](https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html) a request
/// to S3
/// needs, with buckets in the path. Another request than those listed here is an error, not a call that is let through.
final class S3Actions {

    private static final String ARN = "arn:aws:s3:::";
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final Set<String> OF_AN_OBJECT = Set.of("acl", "tagging", "retention", "legal-hold", "attributes");

    private S3Actions() {}

    static List<Call> of(Request request) {
        String[] path = request.uri().getPath().substring(1).split("/", 2);
        Set<String> query = Stream.ofNullable(request.uri().getQuery())
                .flatMap(text -> Stream.of(text.split("&", -1)))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .collect(Collectors.toSet());
        String bucket = path[0];
        String key = path.length > 1 ? path[1] : "";
        List<String[]> needed =
                key.isEmpty() ? ofBucket(request, query, bucket) : ofObject(request, query, bucket, key);
        if (needed.isEmpty() || query.stream().anyMatch(OF_AN_OBJECT::contains)) {
            throw new IllegalArgumentException("no action is known for " + request.method() + " " + query + " of S3");
        }
        return needed.stream()
                .map(one -> new Call(request.caller(), "s3:" + one[0], ARN + one[1]))
                .toList();
    }

    private static List<String[]> ofBucket(Request request, Set<String> query, String bucket) {
        return switch (request.method()) {
            case "GET", "HEAD" ->
                List.<String[]>of(
                        new String[] {query.contains("versions") ? "ListBucketVersions" : "ListBucket", bucket});
            case "POST" -> query.contains("delete") ? deleted(request, bucket) : List.of();
            default -> List.of();
        };
    }

    private static List<String[]> deleted(Request request, String bucket) {
        return KEY.matcher(new String(request.body(), StandardCharsets.UTF_8))
                .results()
                .map(found -> new String[] {"DeleteObject", bucket + "/" + found.group(1)})
                .toList();
    }

    private static List<String[]> ofObject(Request request, Set<String> query, String bucket, String key) {
        String object = bucket + "/" + key;
        boolean version = query.contains("versionId");
        return switch (request.method()) {
            case "GET", "HEAD" -> List.<String[]>of(new String[] {version ? "GetObjectVersion" : "GetObject", object});
            case "DELETE" ->
                List.<String[]>of(new String[] {
                    query.contains("uploadId")
                            ? "AbortMultipartUpload"
                            : version ? "DeleteObjectVersion" : "DeleteObject",
                    object
                });
            case "PUT", "POST" -> written(request, object);
            default -> List.of();
        };
    }

    private static List<String[]> written(Request request, String object) {
        List<String[]> needed = new ArrayList<>();
        needed.add(new String[] {"PutObject", object});
        if (!request.copySource().isEmpty()) {
            String source = URLDecoder.decode(request.copySource(), StandardCharsets.UTF_8);
            needed.add(new String[] {"GetObject", source.replaceFirst("^/", "").replaceFirst("\\?.*", "")});
        }
        return needed;
    }
}
