package dev.weir.schemas.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A catalog against what was released: `released/` beside the products. What it refuses must neither be built nor
/// released; the rules are those of decision 13.
public final class Gate {

    private final ReleasedFiles files;
    private final SortedMap<String, Released> released;
    private final SortedMap<String, Released> current;
    private final List<Change> changes;
    private final Origins origins;
    private final Map<String, ChangeLog> logs = new HashMap<>();

    private Gate(Path schemas, ObjectNode catalog, ObjectNode avro) {
        this.files = new ReleasedFiles(schemas);
        this.origins = new Origins(schemas);
        this.released = files.read();
        this.current = Released.of(catalog);
        this.changes = files.findings().isEmpty() ? changes(catalog, avro) : List.of();
        current.keySet().forEach(product -> logs.put(product, ChangeLog.read(schemas.resolve(product))));
    }

    /// Compares a catalog with the released set in the folder of its sources. Without one, nothing is released yet.
    ///
    /// @param schemas the folder of schemas that the catalog was compiled from
    /// @param catalog the compiled catalog
    /// @param avro the stored envelope as an Avro record
    /// @throws java.io.UncheckedIOException if the disk fails
    public static Gate of(Path schemas, ObjectNode catalog, ObjectNode avro) {
        return new Gate(schemas, catalog, avro);
    }

    /// Everything that is not allowed; nothing if the gate is open.
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(files.findings());
        findings.addAll(new Refusals(origins)
                .of(changes.stream().filter(change -> !isAllowed(change)).toList()));
        return List.copyOf(findings);
    }

    /// What differs from the released set, for people: by product and version, and of each change whether it breaks
    /// what
    /// was promised, needs a line in the change log, or is compatible.
    public String differences() {
        return new Differences(released, current, changes, this::isAllowed).text();
    }

    /// Makes the catalog the released set.
    ///
    /// @return what was written, as paths below the folder of schemas
    /// @throws IllegalStateException if there are findings; then nothing is written
    /// @throws java.io.UncheckedIOException if the disk fails
    public List<String> release() {
        int refused = findings().size();
        if (refused > 0) {
            throw new IllegalStateException("the gate refuses the catalog (findings: " + refused + ")");
        }
        return files.write(current);
    }

    private boolean isAllowed(Change change) {
        return switch (change.weight()) {
            case FREE -> true;
            case LOGGED ->
                logs.getOrDefault(change.scope().product(), ChangeLog.of("")).explains(change);
            case BREAKING -> false;
        };
    }

    private List<Change> changes(ObjectNode catalog, ObjectNode avro) {
        List<Change> found = new ArrayList<>();
        released.forEach((name, before) -> {
            Released now = current.get(name);
            if (now == null) {
                found.add(new Change(Kind.PRODUCT_DELETED, new Scope.Settings(name), At.of(name), name));
            } else {
                AvroReader reader = new AvroReader(catalog.path("products").path(name), avro);
                found.addAll(new ProductComparison(name, before, now, reader).changes());
            }
        });
        return List.copyOf(found);
    }
}
