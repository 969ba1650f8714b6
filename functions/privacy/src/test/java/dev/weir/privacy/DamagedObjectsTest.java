package dev.weir.privacy;

import static dev.weir.privacy.People.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.lake.ObjectContent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Objects that nobody can read are problems of their own: what can be done is done, and nobody is told that it was
/// all.
class DamagedObjectsTest {

    private static final String BEFORE = "2026-02-08T14:00:00Z";

    @TempDir
    Path folder;

    private Office office;
    private String damaged;

    @BeforeEach
    void open() throws Exception {
        office = new Office(folder);
        office.land(1, event(1, "a", BEFORE));
        office.land(2, event(1, "b", BEFORE), event(2, "c", BEFORE));
        damaged = office.lake.objects.firstKey();
        office.lake.put(damaged, withoutPages(office.lake.at(damaged).content()));
    }

    @Test
    void theOthersAreErasedFrom() {
        office.request("r", 1);

        office.work();

        JsonNode evidence = office.evidence().getLast();
        assertThat(evidence.path("status").asText()).isEqualTo("partial");
        assertThat(evidence.at("/problems/0/what").asText()).isEqualTo(damaged);
        assertThat(evidence.at("/problems/0/why").asText()).startsWith(damaged + " is damaged");
        assertThat(evidence.at("/totals/rows_removed").asInt()).isEqualTo(1);
    }

    @Test
    void theOthersAreHandedOut() {
        office.request("r", 1, RequestType.ACCESS);

        office.workOnce();

        JsonNode evidence = office.evidence().getLast();
        assertThat(evidence.path("status").asText()).isEqualTo("partial");
        assertThat(evidence.at("/problems/0/what").asText()).isEqualTo(damaged);
        assertThat(evidence.at("/totals/events").asInt()).isEqualTo(1);
    }

    @Test
    void whatCountsAndIsGoneIsAProblemOfItsOwn() {
        office.lake.delete(damaged);
        String gone = "silver/product=ott-streaming/retention=standard/dt=2026-02-08/r-0.parquet";
        office.lake.put(
                "manifests/product=ott-streaming/dt=2026-02-08/manifest.json", Office.document("""
                {"key":"%s","state":"live","run":"r","part":0,"rows":1,"bytes":1}
                """.formatted(gone)));
        office.request("r", 1, RequestType.ACCESS);

        office.workOnce();

        JsonNode evidence = office.evidence().getLast();
        assertThat(evidence.path("status").asText()).isEqualTo("partial");
        assertThat(evidence.at("/problems/0/what").asText()).isEqualTo(gone);
        assertThat(evidence.at("/totals/events").asInt()).isEqualTo(1);
    }

    /// A file whose footer is whole.
    private static ObjectContent withoutPages(ObjectContent content) {
        byte[] bytes = content.bytes().clone();
        int footer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
        Arrays.fill(bytes, "PAR1".getBytes(StandardCharsets.US_ASCII).length, bytes.length - 8 - footer, (byte) 0xff);
        return new ObjectContent(bytes, content.mediaType(), Map.copyOf(content.metadata()));
    }
}
