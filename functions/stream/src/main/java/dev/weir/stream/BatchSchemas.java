package dev.weir.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.message.SchemaStore;

/// The Avro schema that batches are written with, and every released one that they may have been written with, each
/// under its CRC-64-AVRO fingerprint (Avro specification, "Single-object encoding").
final class BatchSchemas implements SchemaStore {

    private static final String ENVELOPE = "/weir/envelope.avsc";
    private static final String RELEASED = "/weir/stream/released/";

    /// The array of a batch.
    static final String EVENTS = "events";

    private BatchSchemas() {}

    static final BatchSchemas RELEASES = new BatchSchemas();

    /// What batches are written with now: an array of the catalog's stored envelope.
    static Schema current() {
        Schema envelope = parse(ENVELOPE);
        Schema.Field events = new Schema.Field(EVENTS, Schema.createArray(envelope), "In the order of the request.");
        return Schema.createRecord("EventBatch", null, "dev.weir.stream", false, List.of(events));
    }

    /// Where a released schema is on the class path.
    static String released(long fingerprint) {
        return RELEASED + String.format(Locale.ROOT, "%016x", fingerprint) + ".avsc";
    }

    @Override
    public Schema findByFingerprint(long fingerprint) {
        String resource = released(fingerprint);
        if (BatchSchemas.class.getResource(resource) == null) {
            throw new MissingSchemaException("unknown writer schema");
        }
        Schema schema = parse(resource);
        if (SchemaNormalization.parsingFingerprint64(schema) != fingerprint) {
            throw new IllegalStateException(resource + " is not the schema that its name says");
        }
        return schema;
    }

    private static Schema parse(String resource) {
        try (InputStream json = BatchSchemas.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("no Avro schema at " + resource + "; build the module schemas");
            }
            return new Schema.Parser().parse(json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the Avro schema at " + resource, e);
        }
    }
}
