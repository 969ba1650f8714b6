package dev.weir.lake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.ObjectStore.PutOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.io.api.Binary;

/// What one merge leaves in silver: for each retention class one object or several, in order. Nobody
/// reads them before the manifest says so.
final class SilverRun implements AutoCloseable {

    private static final String MEDIA_TYPE = "application/vnd.apache.parquet";
    /// What `weir.format` says in the footer. In format 1 every event id was text.
    static final String FORMAT = "2";

    private static final int OBJECT_BYTES = 32 * 1024 * 1024;

    private final LakeObjects lake;
    private final LakeDay day;
    private final SilverTable table;
    private final String name;
    private final int retention;
    private final PropertySplit split;
    private final Set<String> expired;
    private final Map<String, SilverFile> open = new TreeMap<>();
    private final Map<String, Integer> parts = new TreeMap<>();
    private final List<Manifest.Live> done = new ArrayList<>();

    /// @param name unlike that of any other run
    /// @param expired retention classes that are left out
    SilverRun(LakeObjects lake, LakeDay day, SilverTable table, String name, Set<String> expired) {
        this.lake = lake;
        this.day = day;
        this.table = table;
        this.name = name;
        this.retention = table.position("retention");
        this.split = new PropertySplit(table);
        this.expired = Set.copyOf(expired);
    }

    void add(LakeRow row) {
        String label = ((Binary) Objects.requireNonNull(row.cells[retention])).toStringUsingUTF8();
        if (expired.contains(label)) {
            return;
        }
        split.apply(row);
        SilverFile file = open.computeIfAbsent(label, unseen -> new SilverFile(table, metadata()));
        file.add(row);
        if (file.flushed() >= OBJECT_BYTES) {
            store(label, file);
            open.remove(label);
        }
    }

    LakeDay day() {
        return day;
    }

    /// Stores what is still open, and returns all objects of the run.
    List<Manifest.Live> finish() {
        open.forEach(this::store);
        open.clear();
        return List.copyOf(done);
    }

    private void store(String label, SilverFile file) {
        int part = parts.merge(label, 1, Integer::sum) - 1;
        String key = day.silver(label) + name + "-" + part + ".parquet";
        ObjectBody body = file.finish();
        Map<String, String> metadata = Map.of("rows", Long.toString(file.rows()));
        if (lake.putIfAbsent(key, new ObjectContent(body, MEDIA_TYPE, metadata)) != PutOutcome.STORED) {
            throw new LakeUnavailable("cannot write " + key + ": the name is taken");
        }
        done.add(new Manifest.Live(key, name, part, file.rows(), body.size()));
        file.close();
    }

    /// Deletes the files of what was not stored.
    @Override
    public void close() {
        open.values().forEach(SilverFile::close);
    }

    private Map<String, String> metadata() {
        return Map.of("weir.format", FORMAT, "weir.run", name, RowReader.COLUMNS, columns(table));
    }

    /// What the footer says of a table's columns.
    static String columns(SilverTable table) {
        ObjectNode columns = JsonNodeFactory.instance.objectNode();
        table.properties().forEach(column -> columns.put(column.name(), column.property()));
        return columns.toString();
    }
}
