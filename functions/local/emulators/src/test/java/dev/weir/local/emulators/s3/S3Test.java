package dev.weir.local.emulators.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.local.emulators.CannotStart;
import dev.weir.local.emulators.CorruptData;
import dev.weir.local.emulators.Neighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3Test {
    private static final String KEY = "bronze/product=ott/dt=2026-11-20/hour=10/shard-0001_49=.parquet";

    @TempDir
    Path data;

    private Store store;

    @BeforeEach
    void start() {
        store = new Store(data);
        store.client.createBucket(r -> r.bucket("lake"));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void anObjectIsTheFileOfItsKeyByteForByte() throws Exception {
        byte[] bytes = new byte[300_000];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 31));

        store.put(KEY, bytes);

        assertThat(data.resolve("lake", KEY)).hasBinaryContent(bytes);
        assertThat(store.get(KEY)).isEqualTo(bytes);
    }

    @Test
    void keepsUserMetadataOverARestart() {
        store.client.putObject(
                r -> r.bucket("lake").key(KEY).metadata(Map.of("last-sequence", "4957", "weir-rows", "20")),
                RequestBody.fromString("x"));
        stop();

        store = new Store(data);

        assertThat(store.client.headObject(r -> r.bucket("lake").key(KEY)).metadata())
                .containsEntry("last-sequence", "4957")
                .containsEntry("weir-rows", "20");
    }

    @Test
    void readsARangeAndASuffix() {
        store.put(KEY, "0123456789");

        assertThat(store.range(KEY, "bytes=2-4")).isEqualTo("234");
        assertThat(store.range(KEY, "bytes=-3")).isEqualTo("789");
        assertThat(store.range(KEY, "bytes=8-")).isEqualTo("89");
    }

    @Test
    void listsMoreThanAPageByPrefixInOrder() {
        List<String> keys = IntStream.range(0, 1_050)
                .mapToObj(i -> String.format("bronze/product=a/%05d", i))
                .toList();
        keys.forEach(key -> store.put(key, "x"));
        store.put("bronze/product=ab/other", "x");

        var pages = store.client.listObjectsV2Paginator(r -> r.bucket("lake").prefix("bronze/product=a/"));

        assertThat(pages.stream().count()).isEqualTo(2);
        assertThat(pages.contents().stream().map(S3Object::key)).containsExactlyElementsOf(keys);
    }

    @Test
    void listsTheFoldersBelowAPrefix() {
        store.put("bronze/product=a/dt=1/x", "x");
        store.put("bronze/product=b/dt=1/x", "x");
        store.put("bronze/readme", "x");

        var page = store.client.listObjectsV2(
                r -> r.bucket("lake").prefix("bronze/").delimiter("/"));

        assertThat(page.commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("bronze/product=a/", "bronze/product=b/");
        assertThat(page.contents()).extracting(S3Object::key).containsExactly("bronze/readme");
    }

    @Test
    void deletesManyAtOnceAndOnlyThose() {
        store.put("a/1", "x");
        store.put("a/2", "x");
        store.put("a/3", "x");

        var deleted = store.client.deleteObjects(r -> r.bucket("lake")
                .delete(d -> d.objects(
                        ObjectIdentifier.builder().key("a/1").build(),
                        ObjectIdentifier.builder().key("a/3").build(),
                        ObjectIdentifier.builder().key("a/missing").build())));

        assertThat(deleted.errors()).isEmpty();
        assertThat(store.keys()).containsExactly("a/2");
    }

    @Test
    void aMissingObjectIsNoSuchKey() {
        assertThatThrownBy(() -> store.get("nothing")).isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void removesWhatAKilledProcessLeftHalfWritten() throws Exception {
        store.put("a/whole-123e4567-e89b-12d3-a456-426614174000", "x");
        stop();
        Path half = data.resolve("lake/a/half.parquet-123e4567-e89b-12d3-a456-426614174000");
        Files.writeString(half, "PAR");

        store = new Store(data);

        assertThat(half).doesNotExist();
        assertThat(store.keys()).containsExactly("a/whole-123e4567-e89b-12d3-a456-426614174000");
    }

    @Test
    void refusesAFileWhereTheFolderShouldBe(@TempDir Path other) throws Exception {
        Path file = Files.writeString(other.resolve("file"), "x");

        assertThatThrownBy(() -> S3.start(Store.LIB, file, 0))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void saysWhichPortIsInUse(@TempDir Path other) {
        int port = store.service.endpoint().getPort();

        assertThatThrownBy(() -> S3.start(Store.LIB, other, port))
                .isInstanceOf(CannotStart.class)
                .hasMessage("S3 cannot listen on 127.0.0.1:" + port + ": the port is in use");
    }

    @Test
    void answersOnThisMachineOnly() throws Exception {
        var address = Neighbours.addressInTheNetwork();
        assumeThat(address).isPresent();

        assertThat(Neighbours.canReach(address.orElseThrow(), store.service.endpoint()))
                .isFalse();
    }
}
