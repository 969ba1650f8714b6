package dev.weir.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A table of requests in memory, which keeps them as the real one does: as JSON.
final class MemoryRequests implements Requests {

    final Map<String, String> requests = new TreeMap<>();
    final Map<String, Instant> queue = new TreeMap<>();
    final Map<String, Map<String, String>> changes = new TreeMap<>();
    private final MemoryObjects.Fate fate;

    MemoryRequests(MemoryObjects.Fate fate) {
        this.fate = fate;
    }

    @Override
    public void add(Request request, Instant from) {
        update(request, from);
    }

    @Override
    public Optional<Request> find(String id) {
        return fate.call(() -> Optional.ofNullable(requests.get(id)).map(json -> Request.of(parse(json))));
    }

    @Override
    public List<Request> due(Instant now) {
        return fate.call(() -> queue.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(entry -> Request.of(parse(Objects.requireNonNull(requests.get(entry.getKey())))))
                .toList());
    }

    @Override
    public List<Request> open() {
        return fate.call(() -> queue.keySet().stream()
                .map(id -> Request.of(parse(Objects.requireNonNull(requests.get(id)))))
                .toList());
    }

    @Override
    public void change(Request request) {
        fate.call(() -> requests.put(request.id(), request.json().toString()));
    }

    @Override
    public void update(Request request, Instant from) {
        fate.call(() -> {
            requests.put(request.id(), request.json().toString());
            return queue.put(request.id(), from);
        });
    }

    @Override
    public void close(Request request) {
        fate.call(() -> {
            requests.put(request.id(), request.json().toString());
            return queue.remove(request.id());
        });
        fate.call(() -> changes.remove(request.id()));
    }

    @Override
    public void note(String id, Change change) {
        fate.call(() -> changes.computeIfAbsent(id, unseen -> new TreeMap<>())
                .put(change.name(), change.stored().toString()));
    }

    @Override
    public List<Change> changes(String id) {
        return fate.call(() -> changes.getOrDefault(id, Map.of()).values().stream()
                .map(json -> Change.of(parse(json)))
                .toList());
    }

    private static JsonNode parse(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JacksonException broken) {
            throw new AssertionError(broken);
        }
    }
}
