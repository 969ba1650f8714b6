package dev.weir.stream;

import dev.weir.core.event.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/// Turns a batch of stored events into the bytes of one stream record, and back. Any version reads what an earlier
/// version wrote: the record names its framing, its codec and, by fingerprint, its schema. Safe for use by several
/// threads.
public final class RecordCodec {

    /// Most bytes of a record before compression. A batch beyond it is not encoded, a record that claims more is
    /// poison, whatever its compressed size.
    public static final int MAX_INFLATED = 16 * 1024 * 1024;

    private final Schema schema;
    private final EventRecords records;
    private final BinaryMessageEncoder<GenericRecord> encoder;
    private final BinaryMessageDecoder<GenericRecord> decoder;

    /// A codec that writes the envelope of the catalog on the class path.
    ///
    /// @throws IllegalStateException if there is none
    public RecordCodec() {
        this(BatchSchemas.current());
    }

    RecordCodec(Schema schema) {
        this.schema = schema;
        this.records =
                new EventRecords(schema.getField(BatchSchemas.EVENTS).schema().getElementType());
        this.encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
        this.decoder = new BinaryMessageDecoder<>(GenericData.get(), schema, BatchSchemas.RELEASES);
    }

    /// The record of a batch.
    ///
    /// @throws RecordTooLarge if the batch passes [#MAX_INFLATED]; half of it may not
    public byte[] encode(List<StoredEvent> events) throws RecordTooLarge {
        byte[] message = message(events);
        if (message.length > MAX_INFLATED) {
            throw new RecordTooLarge(events.size(), message.length, MAX_INFLATED);
        }
        return Frame.seal(message);
    }

    /// What a record holds. Never throws, whatever the bytes are.
    public Decoded decode(byte[] record) {
        try {
            return new Decoded.Batch(events(Frame.open(record, MAX_INFLATED)));
        } catch (UnreadableRecord e) {
            return new Decoded.Poison(String.valueOf(e.getMessage()));
        } catch (IOException | AvroRuntimeException e) {
            return new Decoded.Poison("not an event batch of a known schema");
        } catch (RuntimeException e) {
            // Whatever a value cannot be made of: an unknown source, a date out of range.
            return new Decoded.Poison("a field has no meaning");
        }
    }

    private byte[] message(List<StoredEvent> events) {
        GenericData.Record batch = new GenericData.Record(schema);
        batch.put(BatchSchemas.EVENTS, events.stream().map(records::record).toList());
        try {
            return encoder.encode(batch).array();
        } catch (IOException e) {
            throw new UncheckedIOException("an event batch cannot be encoded in memory", e);
        }
    }

    private List<StoredEvent> events(byte[] message) throws IOException, UnreadableRecord {
        List<StoredEvent> events = new ArrayList<>();
        for (Object event : (List<?>) decoder.decode(message).get(BatchSchemas.EVENTS)) {
            events.add(records.event((GenericRecord) event));
        }
        return events;
    }
}
