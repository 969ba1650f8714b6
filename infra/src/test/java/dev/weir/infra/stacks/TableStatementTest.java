package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.infra.LakeStatements;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableStatementTest {

    @Test
    void readsEveryTableThatTheCatalogsDerive() throws IOException {
        List<TableStatement> tables =
                LakeStatements.tables(Templates.root().resolve("schemas/target/derived/athena")).stream()
                        .map(TableStatement::of)
                        .toList();

        assertThat(tables)
                .extracting(TableStatement::name)
                .contains("lake_manifest", "bronze_events", "silver_ott_streaming", "silver_video_window");
        assertThat(tables).allSatisfy(table -> {
            assertThat(table.properties()).containsEntry("projection.enabled", "true");
            assertThat(table.partitions())
                    .extracting(TableStatement.Column::name)
                    .contains("product", "dt");
        });
        assertThat(tables)
                .filteredOn(table -> !table.name().equals("lake_manifest"))
                .allSatisfy(table -> {
                    assertThat(table.columns())
                            .extracting(TableStatement.Column::name)
                            .contains("event_id", "event_name");
                    assertThat(table.location()).matches("s3://\\$\\{lake_bucket}/(bronze|silver)/.*");
                    assertThat(table.format()).isEqualTo(TableStatement.Format.PARQUET);
                });
    }

    @Test
    void theManifestIsLinesOfJson() throws IOException {
        assertThat(LakeStatements.tables(Templates.root().resolve("schemas/target/derived/athena")).stream()
                        .map(TableStatement::of)
                        .filter(table -> table.name().equals("lake_manifest")))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.format()).isEqualTo(TableStatement.Format.JSON_LINES);
                    assertThat(table.location()).isEqualTo("s3://${lake_bucket}/manifests/");
                });
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() {
        String statement = Templates.deployment("production").tables().getFirst();

        assertThatThrownBy(() -> TableStatement.of(statement.replace("stored as parquet", "stored as orc")))
                .hasMessageContaining("neither stored as parquet nor as lines of JSON");
    }

    @Test
    void keepsTypesAndComments() {
        TableStatement table =
                TableStatement.of(Templates.deployment("production").tables().getFirst());

        assertThat(table.columns())
                .containsExactly(
                        new TableStatement.Column("event_id", "string", "Which event it is"),
                        new TableStatement.Column("tags", "array<string>", ""));
        assertThat(table.partitions()).hasSize(2);
    }

    @Test
    void refusesAnotherForm() {
        assertThatThrownBy(() -> TableStatement.of("create external table if not exists t (a int)"))
                .hasMessageContaining("not of the form that the catalogs derive");
    }
}
