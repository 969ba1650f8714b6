package dev.weir.lake;

import static dev.weir.core.catalog.EnvelopeField.Type.BOOLEAN;
import static dev.weir.core.catalog.EnvelopeField.Type.DATE;
import static dev.weir.core.catalog.EnvelopeField.Type.INTEGER;
import static dev.weir.core.catalog.EnvelopeField.Type.PSEUDONYM;
import static dev.weir.core.catalog.EnvelopeField.Type.STRING;
import static dev.weir.core.catalog.EnvelopeField.Type.STRINGS;
import static dev.weir.core.catalog.EnvelopeField.Type.TIMESTAMP;

import dev.weir.core.catalog.EnvelopeField;
import java.util.List;

/// A stored envelope with a field of every type, each kind of which is there with and without absence.
final class Fields {

    static final List<EnvelopeField> ENVELOPE = List.of(
            present("event_id", STRING),
            present("event_name", STRING),
            present("schema_version", INTEGER),
            present("product", STRING),
            present("tenant", STRING),
            present("source", STRING),
            present("batch_id", STRING),
            present("batch_index", INTEGER),
            present("event_timestamp", TIMESTAMP),
            optional("client_timestamp", TIMESTAMP),
            present("client_timestamp_reliable", BOOLEAN),
            optional("subject", PSEUDONYM),
            optional("user_id", PSEUDONYM),
            optional("device_id", PSEUDONYM),
            present("key_version", INTEGER),
            present("purpose", STRING),
            present("consent_basis", STRING),
            present("tags", STRINGS),
            present("redactions", INTEGER),
            present("retention", STRING),
            present("expires_on", DATE),
            present("policy", STRING),
            optional("platform", STRING),
            optional("market", STRING));

    static final BronzeTable TABLE = new BronzeTable(ENVELOPE);

    private Fields() {}

    private static EnvelopeField present(String name, EnvelopeField.Type type) {
        return new EnvelopeField(name, type, false);
    }

    private static EnvelopeField optional(String name, EnvelopeField.Type type) {
        return new EnvelopeField(name, type, true);
    }
}
