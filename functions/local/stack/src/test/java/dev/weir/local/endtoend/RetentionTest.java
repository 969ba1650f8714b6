package dev.weir.local.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.cli.Commands;
import dev.weir.local.query.LakeQuery;
import dev.weir.local.stack.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Retention as people start it, with the packaged function, over a lake that has a day from years ago.
class RetentionTest {

    private static final String PRODUCT = "unofficial-communities";
    private static final String YEARS_AGO = "dt=2020-02-08";
    private static final String ALL = "select count(*) from unofficial_communities";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Tag("native-retention")
    void whatHasExpiredGoesAndTheRestStays() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "an old day is made of the embedded S3's files");
        try (Running weir = Running.on(folder)) {
            int accepted = weir.send(PRODUCT);
            assertThat(Eventually.reaches(accepted, weir.lake::rows)).isEqualTo(accepted);
            int old = copyToYearsAgo();

            assertThatThrownBy(() -> retention()).hasMessageContaining("would go, and at most 20 % may");
            String dry = retention("--dry-run", "--allow-share", "100");
            assertThat(dry).contains("would go: " + old + " objects");
            assertThat(yearsAgo()).hasSize(old);

            String gone = retention("--allow-share", "100");

            assertThat(gone).contains("oldest left", "gone: " + old + " objects");
            assertThat(yearsAgo()).isEmpty();
            assertThat(query(ALL)).isEqualTo(accepted);
            assertThat(retention()).contains("gone: 0 objects");
            assertThat(reports()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private String retention(String... arguments) {
        Stream<String> all = Stream.concat(
                Stream.of("retention", "--product", PRODUCT, "--data", folder.toString()), Stream.of(arguments));
        return Commands.run(all.toArray(String[]::new));
    }

    private List<Path> yearsAgo() throws IOException {
        return files(new StateFolder(folder).lake().resolve("bronze/product=" + PRODUCT)).stream()
                .filter(file -> file.toString().contains(YEARS_AGO))
                .toList();
    }

    private int copyToYearsAgo() throws IOException {
        List<Path> files = files(new StateFolder(folder).lake().resolve("bronze/product=" + PRODUCT));
        for (Path file : files) {
            Path hour = requireNonNull(file.getParent());
            Path then =
                    requireNonNull(hour.getParent()).resolveSibling(YEARS_AGO).resolve(hour.getFileName());
            Files.createDirectories(then);
            Files.copy(file, then.resolve(file.getFileName()));
        }
        return files.size();
    }

    private List<Path> reports() throws IOException {
        return files(new StateFolder(folder).audit().resolve("retention"));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private long query(String sql) throws Exception {
        StringBuilder csv = new StringBuilder();
        new LakeQuery(Catalog.load(), new StateFolder(folder).lake()).run(sql, csv);
        return Long.parseLong(csv.toString().lines().skip(1).toList().getFirst());
    }
}
