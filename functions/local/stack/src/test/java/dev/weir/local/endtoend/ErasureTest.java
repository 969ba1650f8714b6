package dev.weir.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.core.catalog.Catalog;
import dev.weir.local.cli.Commands;
import dev.weir.local.query.LakeQuery;
import dev.weir.local.stack.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Erasure as people do it, with the packaged functions: over bronze and silver, with evidence that holds.
class ErasureTest {

    private static final String PRODUCT = "ott-streaming";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Tag("native-privacy")
    void someoneIsErasedFromBronzeAndSilverWithEvidence() throws Exception {
        assumeTrue(ServicesUnderTest.areEmbedded(), "queries read the embedded S3's files");
        try (Running weir = Running.on(folder)) {
            int accepted = weir.send(PRODUCT);
            Eventually.reaches(accepted, weir.lake::rows);
            command("compact", "--data", folder.toString());
            accepted += weir.send(PRODUCT);
            Eventually.reaches(accepted, weir.lake::rows);
            long all = events();
            String user = "usr_k7bpdyvu";

            String erased =
                    command("privacy", "erase", "--product", PRODUCT, "--user", user, "--data", folder.toString());

            assertThat(erased).contains("complete: ").doesNotContain(" 0 rows removed");
            Path evidence = Path.of(erased.strip().substring(erased.strip().lastIndexOf("evidence ") + 9));
            assertThat(Files.readString(evidence)).doesNotContain(user);
            assertThat(command("privacy", "verify", evidence.toString(), "--user", user, "--data", folder.toString()))
                    .contains("signature and chain of 1 hold")
                    .contains(" 0 rows found");
            assertThat(events()).isLessThan(all).isPositive();

            String unknown =
                    command("privacy", "erase", "--product", PRODUCT, "--user", "nobody", "--data", folder.toString());

            assertThat(unknown).contains("complete: ").contains(" 0 rows removed");
            assertThat(command("compact", "--data", folder.toString())).contains("compacted");
            assertThat(weir.notAsAskedFor()).isEmpty();
            assertThat(command("privacy", "verify", evidence.toString(), "--user", user, "--data", folder.toString()))
                    .contains(" 0 rows found");
        }
    }

    private long events() throws Exception {
        StringBuilder csv = new StringBuilder();
        new LakeQuery(Catalog.load(), new StateFolder(folder).lake()).run("select count(*) from ott_streaming", csv);
        return Long.parseLong(csv.toString().lines().skip(1).toList().getFirst());
    }

    private static String command(String... arguments) {
        return Commands.run(arguments);
    }
}
