package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.SilverColumn;
import dev.weir.core.catalog.SilverColumn.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which properties of a product have columns of their own in silver: all whose names can be part of a
/// column's. Of two that differ in capitals alone the first has one; the other stays in the JSON.
record SilverLayout(CatalogContents contents) {

    private static final Set<String> TAIL = Set.of("properties", "shard", "sequence", "record_index");

    /// By name.
    List<SilverColumn> columns(CatalogedProduct product) {
        Map<String, SilverColumn> columns = new TreeMap<>();
        for (CatalogedEvent event : product.events()) {
            for (Property property : event.stored()) {
                Kind kind = kind(property.type());
                String name = property.name().toLowerCase(Locale.ROOT) + "_" + kind.label();
                if (property.name().matches("[A-Za-z][A-Za-z0-9_]*") && !isTaken(name)) {
                    columns.putIfAbsent(name, new SilverColumn(name, property.name(), kind));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private boolean isTaken(String name) {
        return TAIL.contains(name)
                || LakeTables.PARTITIONS.contains(name)
                || contents.envelope().stream().anyMatch(column -> column.name().equals(name));
    }

    static Kind kind(ValueType type) {
        return switch (type) {
            case ValueType.Text _, ValueType.Choice _ -> Kind.TEXT;
            case ValueType.Whole _ -> Kind.WHOLE;
            case ValueType.Real _ -> Kind.REAL;
            case ValueType.Flag _ -> Kind.FLAG;
            case ValueType.Moment _ -> Kind.MOMENT;
            case ValueType.Day _ -> Kind.DAY;
            case ValueType.Many _, ValueType.OpenMap _, ValueType.Group _, ValueType.Mixed _ -> Kind.JSON;
        };
    }

    static String hiveType(Kind kind) {
        return switch (kind) {
            case TEXT, JSON -> "string";
            case WHOLE -> "bigint";
            case REAL -> "double";
            case FLAG -> "boolean";
            case MOMENT -> "timestamp";
            case DAY -> "date";
        };
    }

    /// All products' columns, as functions load them.
    ObjectNode json() {
        ObjectNode products = JsonNodeFactory.instance.objectNode();
        for (CatalogedProduct product : contents.products()) {
            ArrayNode list = products.putArray(product.name());
            for (SilverColumn column : columns(product)) {
                list.addObject()
                        .put("name", column.name())
                        .put("property", column.property())
                        .put("kind", column.kind().label());
            }
        }
        return products;
    }
}
