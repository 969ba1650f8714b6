package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.IdentityKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DuckDB and the records that Parquet's own library puts together say the same of bronze and of silver: every type,
/// absent and empty values, and values that are hard on readers.
class ReadersTest {

    @TempDir
    Path folder;

    private final MemoryLake lake = new MemoryLake();

    @Test
    void readBronzeAlike() throws IOException {
        land();

        assertThat(byParquet("bronze/")).hasSize(4).isEqualTo(byDuckDb("bronze/"));
    }

    @Test
    void readSilverAlike() throws IOException {
        land();
        assertThat(new Compaction(lake, CompactionRules.DEFAULT, lake.clock(), () -> "run")
                        .next(Silver.DAY, Silver.TABLE, Extent.ALL))
                .isPresent();

        assertThat(byParquet("silver/")).hasSize(4).isEqualTo(byDuckDb("silver/"));
    }

    private void land() {
        String large = "🎬é".repeat(100 * 1024 / 6);
        List<EventBuilder> events = List.of(
                event("full")
                        .of(IdentityKind.USER, -1)
                        .of(IdentityKind.DEVICE, 7)
                        .clientTime("2026-02-08T14:30:00.123Z")
                        .context("platform", "ios")
                        .tags("no_ads", "no_ml")
                        .json("""
                                {"title":"Crème 👨‍👩‍👧 \\"x\\" 漢字","count":-12,"price":12.5,"gift":true,"on":"2026-02-08",
                                 "at":"2026-02-08T14:30:00.120Z","parts":[{"a":1.5},null],"other":{"a":[]}}"""),
                event("empty").context("market", "").property("title", ""),
                event("absent"),
                event("large").of(IdentityKind.USER, 3).property("title", large).property("note", large));
        List<BronzeRow> rows = new ArrayList<>();
        events.forEach(event -> rows.add(event.row(1, rows.size())));
        new BronzeWriter(Fields.TABLE, lake).write(rows);
    }

    private LakeObject object(String prefix) {
        return lake.list(prefix).getFirst();
    }

    private List<List<String>> byDuckDb(String prefix) throws IOException {
        Lake files = new Lake(folder);
        LakeObject object = object(prefix);
        files.add("x.parquet", lake.get(object.key()).orElseThrow().bytes());
        List<String> columns = new ParquetObject(lake, object)
                .file().getSchema().getFields().stream().map(ReadersTest::shown).toList();
        return files.select("select " + String.join(", ", columns) + " from FILES");
    }

    /// A column as numbers and text that both readers can give.
    private static String shown(Type column) {
        String name = '"' + column.getName() + '"';
        if (!column.isPrimitive()) {
            return "array_to_string(" + name + ", ',')";
        }
        PrimitiveTypeName type = column.asPrimitiveType().getPrimitiveTypeName();
        return switch (type) {
            case INT64 -> column.getLogicalTypeAnnotation() == null ? name : "epoch_ms(" + name + ")";
            case INT32 -> column.getLogicalTypeAnnotation() == null ? name : name + " - date '1970-01-01'";
            case FIXED_LEN_BYTE_ARRAY -> "lower(hex(" + name + "))";
            case BINARY, BOOLEAN, DOUBLE, FLOAT, INT96 -> name;
        };
    }

    private List<List<String>> byParquet(String prefix) {
        ParquetObject object = new ParquetObject(lake, object(prefix));
        MessageType schema = object.file().getSchema();
        List<List<String>> rows = new ArrayList<>();
        for (int group = 0; group < object.groups().size(); group++) {
            RowGroup pages = object.group(group);
            RecordReader<Group> records =
                    new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
            for (long row = 0; row < pages.getRowCount(); row++) {
                Group record = records.read();
                rows.add(schema.getFields().stream()
                        .map(field -> cell(record, field))
                        .toList());
            }
        }
        return rows;
    }

    private static String cell(Group record, Type column) {
        String name = column.getName();
        if (record.getFieldRepetitionCount(name) == 0) {
            return "null";
        }
        if (column.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
            Group list = record.getGroup(name, 0);
            List<String> elements = new ArrayList<>();
            for (int element = 0; element < list.getFieldRepetitionCount(0); element++) {
                elements.add(list.getGroup(0, element).getString(0, 0));
            }
            return String.join(",", elements);
        }
        return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
            case FIXED_LEN_BYTE_ARRAY ->
                HexFormat.of().formatHex(record.getBinary(name, 0).getBytes());
            case BINARY -> new String(record.getBinary(name, 0).getBytes(), StandardCharsets.UTF_8);
            case INT32, INT64, BOOLEAN, DOUBLE, FLOAT, INT96 -> record.getValueToString(schemaIndex(record, name), 0);
        };
    }

    private static int schemaIndex(Group record, String name) {
        return record.getType().getFieldIndex(name);
    }
}
