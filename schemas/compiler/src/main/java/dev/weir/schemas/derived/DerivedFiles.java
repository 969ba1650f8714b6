package dev.weir.schemas.derived;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files for machines that follow from a catalog. The same catalog gives the same files.
public final class DerivedFiles {

    private DerivedFiles() {}

    /// The columns of silver, which functions load: by product, each with its name, property and kind.
    ///
    /// @param catalog the compiled catalog
    /// @param avro the stored envelope as an Avro record
    public static ObjectNode silver(ObjectNode catalog, ObjectNode avro) {
        return new SilverLayout(CatalogContents.of(catalog, avro)).json();
    }

    /// Text by path, below the folder that the compiled catalog is in:
    /// `avro/<product>/<event>-<version>.avsc`, `athena/bronze_events.sql`, `athena/<product>.sql`,
    /// `athena/events.sql` and `typescript/<product>.d.ts`. Those for Athena are to be run in this order.
    ///
    /// In SQL each statement ends with a semicolon at the end of a line, and `${lake_bucket}` stands for
    /// the lake's bucket.
    ///
    /// @param catalog the compiled catalog
    /// @param avro the stored envelope as an Avro record
    public static SortedMap<String, String> of(ObjectNode catalog, ObjectNode avro) {
        CatalogContents contents = CatalogContents.of(catalog, avro);
        LakeTables tables = new LakeTables(contents);
        LakeViews views = new LakeViews(contents);
        SortedMap<String, String> files = new TreeMap<>();
        files.put("athena/bronze_events.sql", tables.bronze() + "\n" + tables.manifest());
        files.put("athena/events.sql", views.events());
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
