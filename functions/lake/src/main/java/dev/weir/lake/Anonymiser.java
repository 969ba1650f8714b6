package dev.weir.lake;

import dev.weir.core.catalog.SilverColumn;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Pseudonym;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/// Takes from a row what leads to somebody: its identities, wherever it has them, and the pseudonyms that its
/// properties name. The rest stays.
final class Anonymiser {

    private static final Set<String> NEVER_NAMES = Set.of(EventIds.TEXT, BronzeTable.SHARD, BronzeTable.SEQUENCE);

    private final SilverTable table;
    private final Predicate<String> namesInProperties;
    private final List<Integer> identities = new ArrayList<>();
    private final List<Integer> context = new ArrayList<>();

    /// @param namesInProperties whether events of a name may hold pseudonyms that are in none of their identities
    Anonymiser(SilverTable table, Predicate<String> namesInProperties) {
        this.table = table;
        this.namesInProperties = namesInProperties;
        identities.add(table.position("subject"));
        for (IdentityKind kind : IdentityKind.values()) {
            identities.add(table.position(kind.field()));
        }
        identities.removeIf(position -> position < 0);
        for (int column = 0; column < table.position(BronzeTable.PROPERTIES); column++) {
            Type type = table.schema().getType(column);
            if (isText(type) && !NEVER_NAMES.contains(type.getName())) {
                context.add(column);
            }
        }
    }

    private static boolean isText(Type type) {
        return type.isPrimitive() && type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    LakeRow apply(LakeRow row) {
        @Nullable Object[] cells = row.cells;
        HexMask own = HexMask.of(names(cells));
        context.forEach(column -> text(cells, column, own));
        Binary event = (Binary) Objects.requireNonNull(cells[table.position("event_name")]);
        properties(cells, namesInProperties.test(event.toStringUsingUTF8()) ? HexMask.ofAll() : own);
        identities.forEach(column -> cells[column] = null);
        return new LakeRow(cells, table);
    }

    private Set<Pseudonym> names(@Nullable Object[] cells) {
        Set<Pseudonym> names = new HashSet<>();
        for (int column : identities) {
            if (cells[column] instanceof Binary name) {
                names.add(Pseudonym.of(name.getBytes()));
            }
        }
        return names;
    }

    private void properties(@Nullable Object[] cells, HexMask mask) {
        json(cells, table.position(BronzeTable.PROPERTIES), mask);
        for (SilverColumn column : table.properties()) {
            int position = table.position(column.name());
            switch (column.kind()) {
                case TEXT -> text(cells, position, mask);
                case JSON -> json(cells, position, mask);
                case WHOLE, REAL, FLAG, MOMENT, DAY -> {
                    // no text, so nobody's name
                }
            }
        }
    }

    private static void text(@Nullable Object[] cells, int column, HexMask mask) {
        if (cells[column] instanceof Binary text) {
            cells[column] = mask.inText(text);
        }
    }

    private static void json(@Nullable Object[] cells, int column, HexMask mask) {
        if (cells[column] instanceof Binary json) {
            cells[column] = mask.inJson(json);
        }
    }
}
