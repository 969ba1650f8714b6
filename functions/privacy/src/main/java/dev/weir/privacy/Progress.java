package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// Where a request stands.
///
/// @param since when the suppression list had the subject, when collectors go by the list of objections, or when the
/// file was made; [Instant#MAX] before
record Progress(Status status, Instant since, Result result) {

    static final Progress NONE = new Progress(Status.QUEUED, Instant.MAX, Result.NONE);

    /// What has come of it so far.
    ///
    /// @param objects examined
    /// @param rows removed, or handed out
    /// @param evidence name of the latest evidence; empty before there is any
    /// @param said what the latest evidence says, as a digest, but for when and of what was untouched
    /// @param export name of the file that is handed out; empty where there is none, or none any more
    record Result(long objects, long rows, String evidence, String said, String export) {

        static final Result NONE = new Result(0, 0, "", "", "");

        Result withExport(String name) {
            return new Result(objects, rows, evidence, said, name);
        }
    }

    Progress with(Result next) {
        return new Progress(status, since, next);
    }

    void into(ObjectNode json) {
        json.put("status", status.label())
                .put("suppressed_at", since.toString())
                .put("objects", result.objects())
                .put("rows", result.rows())
                .put("evidence", result.evidence())
                .put("said", result.said())
                .put("export", result.export());
    }

    static Progress of(JsonNode json) {
        return new Progress(
                Status.of(json.required("status").asText()),
                Instant.parse(json.required("suppressed_at").asText()),
                new Result(
                        json.required("objects").asLong(),
                        json.required("rows").asLong(),
                        json.required("evidence").asText(),
                        json.path("said").asText(),
                        json.path("export").asText()));
    }
}
