package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.lake.ObjectStore.PutOutcome;
import dev.weir.lake.ScriptedBucket.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes over the wire when a bucket is listed, read in part, and changed under a condition.
class S3ListingTest {

    private static final ObjectContent CONTENT =
            new ObjectContent(new byte[] {1, 2, 3}, "application/x-test", Map.of());
    private static final LakeObject LISTED = new LakeObject("a/x", "\"e1\"", 100, Instant.EPOCH);

    private ScriptedBucket bucket;
    private S3Objects objects;

    @BeforeEach
    void startABucket() throws IOException {
        bucket = new ScriptedBucket();
        objects = bucket.objects();
    }

    @AfterEach
    void stopTheBucket() {
        bucket.close();
    }

    @Test
    void listsAllPages() {
        bucket.script.add(new Answer(200, page(true, contents("a/1"))));
        bucket.script.add(new Answer(200, page(false, contents("a/2"))));

        assertThat(objects.list("a/"))
                .containsExactly(
                        new LakeObject("a/1", "\"e\"", 7, Instant.parse("2026-02-08T14:00:00Z")),
                        new LakeObject("a/2", "\"e\"", 7, Instant.parse("2026-02-08T14:00:00Z")));
        assertThat(bucket.asked.getFirst().uri()).contains("prefix=a%2F").doesNotContain("continuation-token");
        assertThat(bucket.asked.getLast().uri()).contains("continuation-token=more");
    }

    @Test
    void listsTheFoldersOfAllPages() {
        bucket.script.add(new Answer(200, page(true, "<CommonPrefixes><Prefix>a/1/</Prefix></CommonPrefixes>")));
        bucket.script.add(new Answer(200, page(false, "<CommonPrefixes><Prefix>a/2/</Prefix></CommonPrefixes>")));

        assertThat(objects.folders("a/")).containsExactly("a/1/", "a/2/");
        assertThat(bucket.asked.getFirst().uri()).contains("delimiter=%2F");
    }

    @Test
    void findsVersionsThatNobodyReadsOnAllPagesAndMarksOfDeletion() {
        bucket.script.add(new Answer(200, versions(true, version("a/1", "new", true) + version("a/1", "old", false))));
        bucket.script.add(new Answer(200, versions(false, mark("a/2"))));

        assertThat(objects.oldVersions("a/"))
                .containsExactly(new OldVersion("a/1", "old"), new OldVersion("a/2", "mark"));
    }

    @Test
    void aMarkOfDeletionComesAfterTheVersionsThatItHidesAlsoIfTheyAreOnTheNextPage() {
        bucket.script.add(new Answer(200, versions(true, mark("a/1"))));
        bucket.script.add(
                new Answer(200, versions(false, version("a/1", "old", false) + version("a/2", "older", false))));

        assertThat(objects.oldVersions("a/"))
                .containsExactly(
                        new OldVersion("a/1", "old"), new OldVersion("a/2", "older"), new OldVersion("a/1", "mark"));
    }

    @Test
    void aStoreWithoutVersionsHasNoOldOnes() {
        bucket.script.add(new Answer(501, ""));

        assertThat(objects.oldVersions("a/")).isEmpty();
    }

    @Test
    void removesOneVersionAlone() {
        bucket.script.add(new Answer(204, ""));

        objects.delete(new OldVersion("a/1", "old"));

        assertThat(bucket.asked.getFirst().method()).isEqualTo("DELETE");
        assertThat(bucket.asked.getFirst().uri()).contains("/lake/a/1?").contains("versionId=old");
    }

    @ParameterizedTest
    @CsvSource({"200, STORED", "412, PRESENT", "409, CONFLICT", "404, CONFLICT"})
    void replacesOnlyWhatItSaw(int status, PutOutcome outcome) {
        bucket.script.add(new Answer(status, ""));

        assertThat(objects.replace("a/x", CONTENT, "\"e1\"")).isEqualTo(outcome);
        assertThat(bucket.asked.getFirst().ifMatch()).isEqualTo("\"e1\"");
    }

    @Test
    void readsAPartOfWhatWasListed() {
        bucket.script.add(new Answer(206, "abc"));

        assertThat(objects.read(LISTED, 10, 3)).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
        assertThat(bucket.asked.getFirst().range()).isEqualTo("bytes=10-12");
        assertThat(bucket.asked.getFirst().ifMatch()).isEqualTo("\"e1\"");
    }

    @Test
    void doesNotReadWhatHasChangedSince() {
        bucket.script.add(new Answer(412, ""));

        assertThatThrownBy(() -> objects.read(LISTED, 10, 3))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessage("cannot read s3://lake/a/x");
    }

    @Test
    void whatIsNotThereCanNeitherBeHadNorIsItTrouble() {
        bucket.script.add(new Answer(404, ""));

        assertThat(objects.get("a/x")).isEmpty();
    }

    @Test
    void aRefusalIsTroubleEverywhere() {
        for (int call = 0; call < 6; call++) {
            bucket.script.add(new Answer(403, ""));
        }

        assertThatThrownBy(() -> objects.list("a/")).hasMessage("cannot list s3://lake/a/");
        assertThatThrownBy(() -> objects.folders("a/")).hasMessage("cannot list s3://lake/a/");
        assertThatThrownBy(() -> objects.oldVersions("a/")).hasMessage("cannot list versions of s3://lake/a/");
        assertThatThrownBy(() -> objects.get("a/x")).hasMessage("cannot read s3://lake/a/x");
        assertThatThrownBy(() -> objects.replace("a/x", CONTENT, "e")).hasMessage("cannot write s3://lake/a/x");
        assertThatThrownBy(() -> objects.delete("a/x")).hasMessage("cannot delete s3://lake/a/x");
    }

    private static String page(boolean truncated, String body) {
        return "<ListBucketResult><IsTruncated>" + truncated + "</IsTruncated>"
                + (truncated ? "<NextContinuationToken>more</NextContinuationToken>" : "") + body
                + "</ListBucketResult>";
    }

    private static String contents(String key) {
        return "<Contents><Key>" + key + "</Key><LastModified>2026-02-08T14:00:00.000Z</LastModified>"
                + "<ETag>\"e\"</ETag><Size>7</Size></Contents>";
    }

    private static String versions(boolean truncated, String body) {
        return "<ListVersionsResult><IsTruncated>" + truncated + "</IsTruncated>"
                + (truncated ? "<NextKeyMarker>a/1</NextKeyMarker><NextVersionIdMarker>old</NextVersionIdMarker>" : "")
                + body + "</ListVersionsResult>";
    }

    private static String version(String key, String id, boolean latest) {
        return "<Version><Key>" + key + "</Key><VersionId>" + id + "</VersionId><IsLatest>" + latest
                + "</IsLatest></Version>";
    }

    private static String mark(String key) {
        return "<DeleteMarker><Key>" + key
                + "</Key><VersionId>mark</VersionId><IsLatest>true</IsLatest></DeleteMarker>";
    }
}
