package dev.weir.core.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.LookupRule;
import dev.weir.core.catalog.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What products know of the things that their events are about, such as the genre of a content id.
///
/// @param byProduct the tables of each product that has any
public record LookupTables(Map<String, List<Table>> byProduct) {

    public static final LookupTables NONE = new LookupTables(Map.of());

    public LookupTables {
        byProduct = Map.copyOf(byProduct);
    }

    /// One table.
    ///
    /// @param by the property that rows are found by
    /// @param rows context by the property's value
    public record Table(String by, Map<String, Map<String, String>> rows) {

        public Table {
            rows = Map.copyOf(rows);
        }

        Map<String, String> of(ObjectNode properties) {
            JsonNode key = properties.path(by);
            return key.isTextual() ? rows.getOrDefault(key.textValue(), Map.of()) : Map.of();
        }
    }

    /// Reads the tables that the products of a catalog name: `<folder>/<product>/<table>.json`, an object of objects,
    /// such as `{"ttl_1": {"content_genre": "drama"}}`. A table without a file is empty.
    ///
    /// @throws IllegalStateException if a file cannot be read or is of another form, which names the file
    public static LookupTables read(Path folder, Catalog catalog) {
        Map<String, List<Table>> byProduct = new HashMap<>();
        for (Product product : catalog.products().values()) {
            List<Table> tables = new ArrayList<>();
            for (LookupRule rule : product.settings().lookups()) {
                tables.add(new Table(rule.by(), rows(folder.resolve(product.name(), rule.name() + ".json"), rule)));
            }
            byProduct.put(product.name(), List.copyOf(tables));
        }
        return new LookupTables(byProduct);
    }

    private static Map<String, Map<String, String>> rows(Path file, LookupRule rule) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        if (Files.exists(file)) {
            object(file, json(file), rule).forEachEntry((key, row) -> rows.put(key, row(file, row, rule)));
        }
        return rows;
    }

    private static JsonNode json(Path file) {
        try {
            return new JsonMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the lookup table " + file, e);
        }
    }

    private static Map<String, String> row(Path file, JsonNode row, LookupRule rule) {
        Map<String, String> context = new HashMap<>();
        object(file, row, rule).forEachEntry((field, value) -> {
            if (!rule.adds().contains(field) || !value.isTextual()) {
                throw misshapen(file, rule);
            }
            context.put(field, value.textValue());
        });
        return Map.copyOf(context);
    }

    private static ObjectNode object(Path file, JsonNode json, LookupRule rule) {
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw misshapen(file, rule);
    }

    private static IllegalStateException misshapen(Path file, LookupRule rule) {
        return new IllegalStateException(
                "the lookup table " + file + " must have objects with text in " + rule.adds() + " and nothing else");
    }

    /// What the tables say of what an event is about.
    Map<String, String> of(String product, ObjectNode properties) {
        Map<String, String> found = new HashMap<>();
        byProduct.getOrDefault(product, List.of()).forEach(table -> found.putAll(table.of(properties)));
        return found;
    }

    @Override
    public String toString() {
        return "LookupTables" + byProduct.keySet();
    }
}
