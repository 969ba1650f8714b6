package dev.weir.schemas.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LakeTablesTest {

    private static final Pattern COLUMN = Pattern.compile(
            "^  `([a-z][a-z0-9_]*)` ([a-z](?:[a-z0-9_<>,:]*[a-z0-9_>])?)(?: comment '([^']*)')?,?$", Pattern.MULTILINE);

    private static final LakeTables TABLES = new LakeTables(Catalogs.repository());

    @ParameterizedTest
    @MethodSource("statements")
    void eachIsOneStatementWhoseColumnsAreUniqueAndNotPartitions(String ddl) {
        List<String> names = columns(part(ddl, "(\n", "\n)"))
                .map(column -> column.split(" ", 2)[0])
                .toList();
        List<String> partitions = columns(part(ddl, "partitioned by (", "\n)"))
                .map(column -> column.split(" ", 2)[0])
                .toList();

        assertThat(ddl.chars().filter(c -> c == ';')).hasSize(1);
        assertThat(ddl).endsWith(");\n").contains("'projection.enabled' = 'true'");
        assertThat(part(ddl, "(\n", "\n)").lines()).hasSameSizeAs(names);
        assertThat(names).doesNotHaveDuplicates().doesNotContainAnyElementsOf(partitions);
        assertThat(partitions)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ddl).contains("'projection." + name + ".type' = "));
        assertThat(COLUMN.matcher(ddl).results().map(column -> String.valueOf(column.group(3))))
                .allSatisfy(comment -> assertThat(comment).hasSizeLessThanOrEqualTo(255));
    }

    @Test
    void bronzeHasTheColumnsOfTheLakesFilesAndProjectsTheirFolders() {
        assertThat(columns(TABLES.bronze()))
                .contains(
                        "event_timestamp timestamp",
                        "subject binary",
                        "tags array<string>",
                        "expires_on date",
                        "batch_index int",
                        "client_timestamp_reliable boolean")
                .endsWith(
                        "properties string",
                        "shard string",
                        "sequence string",
                        "record_index int",
                        "product string",
                        "dt string",
                        "hour int");
        assertThat(TABLES.bronze())
                .contains("location 's3://${lake_bucket}/bronze/'")
                .contains("'projection.hour.digits' = '2'")
                .contains("'projection.product.values' = 'ott-streaming,");
    }

    @Test
    void silverHasAColumnForEachPropertyAndProjectsRetentionClasses() {
        String ddl = silver("""
                {"count": {"type": "integer", "x-weir-privacy": "none"},
                 "sourceType": {"type": "string", "x-weir-privacy": "none"},
                 "platform": {"type": "string", "x-weir-privacy": "none"},
                 "card": {"type": "string", "x-weir-privacy": "sensitive"},
                 "at": {"type": "string", "format": "date-time", "x-weir-privacy": "none"},
                 "parts": {"type": "array", "x-weir-privacy": "none", "items": {"type": "object", "properties": {
                   "Name": {"type": "string", "x-weir-privacy": "none"},
                   "size": {"type": "number", "x-weir-privacy": "none"}}}},
                 "odd": {"type": "object", "x-weir-privacy": "none", "properties": {
                   "a.b": {"type": "string", "x-weir-privacy": "none"}}},
                 "labels": {"type": "object", "additionalProperties": {"type": "integer"}, "x-weir-privacy": "none"}}
                """);

        assertThat(columns(ddl))
                .contains(
                        "event_id string",
                        "event_id_uuid binary",
                        "properties string",
                        "shard string",
                        "count_int bigint",
                        "sourcetype_text string",
                        "platform_text string",
                        "at_time timestamp",
                        "parts_json string",
                        "odd_json string",
                        "labels_json string")
                .noneMatch(column -> column.startsWith("card"))
                .endsWith("product string", "retention string", "dt string");
        assertThat(ddl).contains("\nstored as parquet\n");
        assertThat(ddl).contains("'projection.retention.values' = 'short'");
    }

    @Test
    void theManifestIsReadLineByLineFromTheFolderThatItIsIn() {
        assertThat(columns(TABLES.manifest()))
                .containsExactly("key string", "state string", "product string", "dt string");
        assertThat(TABLES.manifest())
                .contains("\nrow format serde 'org.openx.data.jsonserde.JsonSerDe'\nlocation"
                        + " 's3://${lake_bucket}/manifests/'\n");
    }

    @Test
    void commentsEndWithTheFirstSentenceAndNeedNoEscape() {
        assertThat(TABLES.bronze())
                .contains("`user_id` binary comment 'Pseudonym of the account that was signed in.'")
                .contains("comment 'The event\u2019s place in its request, from 0.'")
                .contains("comment 'The request that brought the event'");
    }

    private static Stream<String> statements() {
        return Stream.concat(
                Stream.of(TABLES.bronze(), TABLES.manifest()),
                TABLES.contents().products().stream().map(TABLES::silver));
    }

    private static String silver(String properties) {
        CatalogContents contents = Catalogs.ofProperties(properties);
        return new LakeTables(contents).silver(contents.products().getFirst());
    }

    /// Columns and partitions, each as its name and type.
    private static Stream<String> columns(String ddl) {
        return COLUMN.matcher(ddl).results().map(column -> column.group(1) + " " + column.group(2));
    }

    private static String part(String ddl, String from, String to) {
        int start = ddl.indexOf(from) + from.length();
        return ddl.substring(start, ddl.indexOf(to, start));
    }
}
