package dev.weir.lake;

import dev.weir.lake.LakeFinding.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/// What is wrong with one object that counts.
record ObjectExamination(DayExamination.Lake lake, LakeDay day, LakeObject object, ParquetObject parquet) {

    private static final List<String> COLUMNS = List.of(
            "event_name",
            "tenant",
            "subject",
            EventIds.TEXT,
            BronzeTable.SHARD,
            BronzeTable.SEQUENCE,
            BronzeTable.RECORD_INDEX);

    List<LakeFinding> findings() {
        List<LakeFinding> findings = new ArrayList<>();
        String drift = String.join(", ", drift());
        if (!drift.isEmpty()) {
            findings.add(new LakeFinding(Rule.SCHEMA, object.key(), drift));
        }
        if (isSilver() && parquet.groups().stream().anyMatch(ObjectExamination::lacksBloom)) {
            findings.add(new LakeFinding(
                    Rule.NO_BLOOM, object.key(), parquet.groups().size() + " row groups"));
        }
        return findings;
    }

    /// Whether it has the columns that rows are known by.
    boolean isReadable() {
        return COLUMNS.stream().allMatch(parquet.file().getSchema()::containsField);
    }

    /// Counts the rows in, and says whether there are events that the catalog does not have.
    Optional<LakeFinding> rows(RowCopies copies) {
        Set<String> names = new TreeSet<>();
        List<String> columns = new ArrayList<>(COLUMNS);
        if (parquet.file().getSchema().containsField(EventIds.UUID)) {
            columns.add(EventIds.UUID);
        }
        ColumnScan.rows(parquet, columns, row -> {
            names.add(RowCopies.text(row[0]));
            if (row[row.length - 1] instanceof Binary uuid) {
                row[COLUMNS.indexOf(EventIds.TEXT)] = EventIds.text(uuid);
            }
            copies.add(object.key(), Arrays.asList(row).subList(1, COLUMNS.size()));
        });
        ExpectedLake.Events product = lake.expected().products().get(day.product());
        if (product != null) {
            names.removeAll(product.names());
        }
        return names.isEmpty() || product == null
                ? Optional.empty()
                : Optional.of(new LakeFinding(Rule.UNKNOWN_EVENT, object.key(), String.join(", ", names)));
    }

    private boolean isSilver() {
        return object.key().startsWith("silver/");
    }

    /// Columns of another type than today's, those that are required and not there, and in bronze those that nobody
    /// knows. Silver may have columns of properties that had one once.
    private List<String> drift() {
        MessageType is = parquet.file().getSchema();
        MessageType should = isSilver()
                ? new SilverTable(
                                lake.expected().envelope(),
                                lake.expected().silver().of(day.product()))
                        .schema()
                : new BronzeTable(lake.expected().envelope()).schema();
        List<String> drift = new ArrayList<>();
        for (Type column : should.getFields()) {
            if (is.containsField(column.getName())) {
                if (!isSame(is.getType(column.getName()), column)) {
                    drift.add(column.getName() + " has another type");
                }
            } else if (column.isRepetition(Type.Repetition.REQUIRED)) {
                drift.add(column.getName() + " is missing");
            }
        }
        is.getFields().stream()
                .map(Type::getName)
                .filter(name -> !isSilver() && !should.containsField(name))
                .forEach(name -> drift.add(name + " is unknown"));
        return drift;
    }

    private static boolean isSame(Type is, Type should) {
        return is.isPrimitive() == should.isPrimitive()
                && (!is.isPrimitive()
                        || is.asPrimitiveType().getPrimitiveTypeName()
                                == should.asPrimitiveType().getPrimitiveTypeName());
    }

    private static boolean lacksBloom(BlockMetaData group) {
        return group.getColumns().stream()
                .filter(chunk -> chunk.getPath().toDotString().equals("subject"))
                .mapToLong(ColumnChunkMetaData::getBloomFilterOffset)
                .anyMatch(offset -> offset < 0);
    }
}
