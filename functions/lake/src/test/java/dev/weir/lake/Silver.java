package dev.weir.lake;

import dev.weir.core.catalog.SilverColumn;
import dev.weir.core.catalog.SilverColumn.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;

/// Silver for tests: a table with a column of every kind, and what readers see.
final class Silver {

    static final List<SilverColumn> COLUMNS = List.of(
            column("title", Kind.TEXT),
            column("count", Kind.WHOLE),
            column("price", Kind.REAL),
            column("gift", Kind.FLAG),
            column("at", Kind.MOMENT),
            column("on", Kind.DAY),
            column("parts", Kind.JSON));

    static final SilverTable TABLE = new SilverTable(Fields.ENVELOPE, COLUMNS);

    static final LakeDay DAY = new LakeDay("ott-streaming", LocalDate.parse("2026-02-08"));

    private Silver() {}

    static SilverColumn column(String property, Kind kind) {
        return new SilverColumn(property + "_" + kind.label(), property, kind);
    }

    /// A row as a reader sees it.
    ///
    /// @param event what tells it from other events
    /// @param place what tells it from other copies
    record Seen(String event, String place) {}

    /// What a reader of the day sees who has this manifest.
    static List<Seen> seen(MemoryLake lake, Manifest manifest) {
        List<LakeObject> objects = new ArrayList<>(manifest.fresh(lake.list(DAY.bronze())));
        for (Manifest.Live live : manifest.live()) {
            objects.addAll(lake.list(live.key()));
        }
        return rows(lake, objects).stream().map(Silver::seen).toList();
    }

    static List<LakeRow> rows(MemoryLake lake, List<LakeObject> objects) {
        List<LakeRow> rows = new ArrayList<>();
        new RunReader(lake, objects, TABLE).forEachRemaining(rows::add);
        return rows;
    }

    static Seen seen(LakeRow row) {
        return new Seen(
                text(row, "tenant") + "/" + row.cells[TABLE.position("subject")] + "/" + text(row, "event_id"),
                text(row, "shard") + "/" + text(row, "sequence") + "/" + row.cells[TABLE.position("record_index")]);
    }

    static String text(LakeRow row, String column) {
        return ((Binary) Objects.requireNonNull(row.cells[TABLE.position(column)])).toStringUsingUTF8();
    }
}
