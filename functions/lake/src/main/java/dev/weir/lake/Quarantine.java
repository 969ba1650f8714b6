package dev.weir.lake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/// Where poison records wait for somebody to look at them, so that their batch can go on. As personal as the stream:
/// the
/// bucket must let its objects expire.
public final class Quarantine {

    private final ObjectStore store;
    private final String function;

    /// @param function who found the records to be poison
    public Quarantine(ObjectStore store, String function) {
        this.store = store;
        this.function = function;
    }

    /// Keeps a record as `quarantine/dt=<day of arrival>/<shard>-<sequence>.json`, and returns that name. Keeping it
    /// again changes nothing.
    ///
    /// @throws LakeUnavailable if it is not known to be stored
    public String keep(PoisonRecord poison) {
        LocalDate day = poison.arrival().atOffset(ZoneOffset.UTC).toLocalDate();
        String key = "quarantine/dt=" + day + "/" + poison.place().objectName() + ".json";
        byte[] json = describe(poison).toString().getBytes(StandardCharsets.UTF_8);
        store.put(key, new ObjectContent(json, "application/json", Map.of()));
        return key;
    }

    private ObjectNode describe(PoisonRecord poison) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reason", poison.reason())
                .put("shard", poison.place().shardId())
                .put("sequence", poison.place().sequence().toString())
                .put("arrival", poison.arrival().toString())
                .put("function", function)
                .put("data", poison.data());
    }
}
