package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class ReleasedRecordsTest {

    @Test
    void aRecordThatTheFirstVersionWroteIsReadForEver() throws IOException {
        try (InputStream golden = ReleasedRecordsTest.class.getResourceAsStream("first-version.record")) {
            Decoded decoded =
                    new RecordCodec().decode(Objects.requireNonNull(golden).readAllBytes());

            assertThat(decoded).isEqualTo(new Decoded.Batch(List.of(Events.playbackStarted(), Events.anonymous(1))));
        }
    }

    /// Otherwise the records that are in the stream during the next change of the envelope could not be read after it.
    @Test
    void theSchemaThatIsWrittenIsReleased() {
        Schema current = BatchSchemas.current();
        long fingerprint = SchemaNormalization.parsingFingerprint64(current);

        assertThat(BatchSchemas.class.getResource(BatchSchemas.released(fingerprint)))
                .as(
                        "The envelope has changed: save this as src/main/resources%s and keep the files beside it:%n%s",
                        BatchSchemas.released(fingerprint), current)
                .isNotNull();
        assertThat(BatchSchemas.RELEASES.findByFingerprint(fingerprint)).isEqualTo(current);
    }

    @Test
    void aSchemaThatWasNeverReleasedIsPoison() throws IOException {
        Schema foreign = Schema.createRecord("EventBatch", null, "dev.weir.stream", false, List.of());
        byte[] message = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), foreign)
                .encode(new GenericData.Record(foreign))
                .array();

        assertThat(new RecordCodec().decode(Frame.seal(message)))
                .isEqualTo(new Decoded.Poison("not an event batch of a known schema"));
    }

    @Test
    void aReaderWithALaterEnvelopeReadsAnEarlierRecord() throws RecordTooLarge {
        byte[] record = new RecordCodec().encode(List.of(Events.playbackStarted()));
        String later = BatchSchemas.current()
                .toString()
                .replace(
                        "{\"name\":\"properties\"",
                        "{\"name\":\"not_yet_a_field\",\"type\":[\"null\",\"string\"],\"default\":null},{\"name\":\"properties\"");
        RecordCodec laterReader = new RecordCodec(new Schema.Parser().parse(later));

        assertThat(laterReader.decode(record)).isEqualTo(new Decoded.Batch(List.of(Events.playbackStarted())));
    }
}
