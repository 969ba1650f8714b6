package dev.weir.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the answer of a function that reports which records have failed.
///
/// Nothing at all, null, and an empty or missing list mean success. What cannot be understood, or
/// names a record that is not in the batch, means that the whole batch has failed. Source: AWS Lambda
/// developer guide, "Configuring partial batch response with Kinesis".
record BatchResponse(List<StreamRecord> batch) {

    private static final JsonMapper JSON = new JsonMapper();

    Result read(byte[] payload) {
        if (payload.length == 0) {
            return new Result.Done();
        }
        try {
            return read(JSON.readTree(payload));
        } catch (IOException e) {
            return new Result.Failed("");
        }
    }

    private Result read(JsonNode answer) {
        if (answer.isNull()
                || answer.isMissingNode()
                || (answer.isTextual() && answer.asText().isEmpty())) {
            return new Result.Done();
        }
        if (!answer.isObject()) {
            return new Result.Failed("");
        }
        JsonNode failures = answer.path("batchItemFailures");
        if (failures.isNull() || failures.isMissingNode()) {
            return new Result.Done();
        }
        return failures.isArray() ? lowest(failures) : new Result.Failed("");
    }

    private Result lowest(JsonNode failures) {
        Map<String, Integer> positions = positions();
        int lowest = batch.size();
        for (JsonNode failure : failures) {
            Integer position = positions.get(failure.path("itemIdentifier").asText(""));
            if (position == null) {
                return new Result.Failed("");
            }
            lowest = Math.min(lowest, position);
        }
        return lowest == batch.size() ? new Result.Done() : new Result.FailedFrom(lowest);
    }

    private Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            positions.put(batch.get(i).sequenceNumber(), i);
        }
        return positions;
    }
}
