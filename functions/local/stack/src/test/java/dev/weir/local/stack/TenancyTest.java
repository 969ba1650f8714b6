package dev.weir.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.local.emulators.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenancyTest {

    private static final Tenancy TRIAL =
            new Tenancy("trial", "weir-trial-lake-0", "weir-trial-audit-0", "weir-trial-failed-0");

    @TempDir
    private Path folder;

    @Test
    void aNewFolderIsAnybodys() {
        assertThatCode(() -> Tenancy.requireOurs(folder)).doesNotThrowAnyException();
        assertThat(new StateFolder(folder).lake().getFileName()).hasToString("weir-lake");
    }

    @Test
    void aFolderOfAnEnvironmentHasItsBuckets() {
        TRIAL.take(folder);
        TRIAL.take(folder);
        assertThat(new StateFolder(folder).lake().getFileName()).hasToString("weir-trial-lake-0");
        assertThat(new StateFolder(folder).audit().getFileName()).hasToString("weir-trial-audit-0");
        assertThat(new StateFolder(folder).failed().getFileName()).hasToString("weir-trial-failed-0");
    }

    @Test
    void aFolderOfAnEnvironmentIsNotOurs() {
        TRIAL.take(folder);
        assertThatThrownBy(() -> Tenancy.requireOurs(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("has the data of the environment trial; go on with --from-template trial");
    }

    @Test
    void aFolderOfAnEnvironmentIsNotAnothers() {
        TRIAL.take(folder);
        assertThatThrownBy(() -> new Tenancy("steady", "lake", "audit", "failed").take(folder))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void aFolderOfOursIsNoEnvironments() throws IOException {
        Files.createDirectories(folder.resolve("s3/weir-lake"));
        assertThatThrownBy(() -> TRIAL.take(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("has the data of a stack without templates");
    }
}
