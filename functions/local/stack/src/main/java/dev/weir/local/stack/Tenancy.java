package dev.weir.local.stack;

import dev.weir.local.emulators.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Whose data a folder holds: names of buckets are the environment's where the stack comes from its templates, and a
/// folder has those of one only.
///
/// @param environment empty for a stack of our own lists
/// @param lake the lake's bucket
/// @param audit the audit log's bucket
/// @param failed the bucket of batches that consumers gave up
record Tenancy(String environment, String lake, String audit, String failed) {

    private static final String FILE = "environment";
    private static final Tenancy OURS =
            new Tenancy("", Resources.LAKE_BUCKET, Resources.AUDIT_BUCKET, Resources.FAILED_BUCKET);

    /// Of a data folder; that of our own lists, where nothing says otherwise.
    static Tenancy of(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return OURS;
        }
        Properties kept = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            kept.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tenancy(
                kept.getProperty("environment", OURS.environment),
                kept.getProperty("lake", OURS.lake),
                kept.getProperty("audit", OURS.audit),
                kept.getProperty("failed", OURS.failed));
    }

    /// @throws CannotStart where the folder has the data of our own lists, or of another environment
    void take(Path folder) {
        refuseAnother(folder, environment);
        if (Files.exists(folder.resolve("s3").resolve(OURS.lake))) {
            throw new CannotStart(folder + " has the data of a stack without templates; choose another with --data");
        }
        Properties kept = new Properties();
        kept.setProperty("environment", environment);
        kept.setProperty("lake", lake);
        kept.setProperty("audit", audit);
        kept.setProperty("failed", failed);
        try (OutputStream out = Files.newOutputStream(folder.resolve(FILE))) {
            kept.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws CannotStart where the folder has the data of an environment's templates
    static void requireOurs(Path folder) {
        refuseAnother(folder, OURS.environment);
    }

    private static void refuseAnother(Path folder, String wanted) {
        String there = of(folder).environment;
        if (Files.exists(folder.resolve(FILE)) && !there.equals(wanted)) {
            throw new CannotStart(folder + " has the data of the environment " + there + "; go on with --from-template "
                    + there + ", or choose another folder with --data");
        }
    }
}
