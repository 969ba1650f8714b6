package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files for machines that follow from a catalog. The same catalog gives the same files.
public final class DerivedFiles {

    private DerivedFiles() {}

    /// Text by path, below the folder that the compiled catalog is in: `avro/<product>/<event>-<version>.avsc`,
    /// `athena/bronze_events.sql`, `athena/<product>.sql` and `typescript/<product>.d.ts`.
    ///
    /// In SQL each statement ends with a semicolon at the end of a line, and `${lake_bucket}` stands for the lake's
    /// bucket.
    ///
    /// @param catalog the compiled catalog
    /// @param avro the stored envelope as an Avro record
    public static SortedMap<String, String> of(ObjectNode catalog, ObjectNode avro) {
        CatalogContents contents = CatalogContents.of(catalog, avro);
        LakeTables tables = new LakeTables(contents);
        LakeViews views = new LakeViews(contents);
        SortedMap<String, String> files = new TreeMap<>();
        files.put("athena/bronze_events.sql", tables.bronze() + "\n" + views.events());
        for (CatalogedProduct product : contents.products()) {
            for (CatalogedEvent event : product.events()) {
                files.put(
                        "avro/" + product.name() + "/" + event.name() + "-" + event.version() + ".avsc",
                        AvroEvent.of(event, avro).toPrettyString() + "\n");
            }
            files.put("athena/" + product.name() + ".sql", tables.silver(product) + "\n" + views.of(product));
            files.put("typescript/" + product.name() + ".d.ts", new TypeScriptFile(contents, product).text());
        }
        return files;
    }
}
