package dev.weir.local.emulators.kinesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Putting records. An answer with a sequence number means that the record is written.
final class WriteActions {
    private static final int MAX_RECORDS = 500;
    private static final int MAX_BYTES = 5 << 20;

    private final Streams streams;

    WriteActions(Streams streams) {
        this.streams = streams;
    }

    Map<String, Object> putRecord(Input input) {
        NewRecord record = NewRecord.of(input);
        return put(streams.find(input.stream()), record);
    }

    Map<String, Object> putRecords(Input input) {
        List<NewRecord> records = records(input.list("Records"));
        StoredStream stream = streams.find(input.stream());
        List<Map<String, Object>> results = new ArrayList<>();
        int failed = 0;
        for (NewRecord record : records) {
            try {
                results.add(put(stream, record));
            } catch (Refusal refusal) {
                results.add(Map.of("ErrorCode", refusal.code(), "ErrorMessage", refusal.reason()));
                failed++;
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("FailedRecordCount", failed);
        answer.put("Records", results);
        answer.put("EncryptionType", "NONE");
        return answer;
    }

    private static List<NewRecord> records(List<Input> inputs) {
        if (inputs.isEmpty() || inputs.size() > MAX_RECORDS) {
            throw Refusal.constraint("records", "Member must have length between 1 and " + MAX_RECORDS);
        }
        List<NewRecord> records = inputs.stream().map(NewRecord::of).toList();
        if (records.stream().mapToLong(NewRecord::size).sum() > MAX_BYTES) {
            throw Refusal.invalidArgument("Records size exceeds 5 MB limit");
        }
        return records;
    }

    private static Map<String, Object> put(StoredStream stream, NewRecord record) {
        Shard shard = stream.shardFor(record.hashKey());
        String sequence = record.putInto(shard);
        return Map.of("ShardId", shard.id(), "SequenceNumber", sequence);
    }
}
