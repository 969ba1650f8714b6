package dev.weir.local.lambda;

import java.nio.file.Path;
import java.time.Clock;

/// Where and with what functions run: the `java` that starts JVM functions, the folders, the
/// account, the bounds, and the clock of the logs.
public record LambdaSettings(Path java, Folders folders, Account account, Limits limits, Clock clock) {

    /// The launcher's own `java`, the local account, default bounds, the system's clock.
    public static LambdaSettings of(Folders folders) {
        return new LambdaSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                folders,
                Account.LOCAL,
                Limits.DEFAULT,
                Clock.systemUTC());
    }

    public LambdaSettings withLimits(Limits other) {
        return new LambdaSettings(java, folders, account, other, clock);
    }

    /// `runtimeLib` holds the jars of the Java runtime client, `work` what is unpacked (safe to
    /// delete when nothing runs), `logs` one log per function.
    public record Folders(Path runtimeLib, Path work, Path logs) {
        public Folders {
            runtimeLib = runtimeLib.toAbsolutePath();
            work = work.toAbsolutePath();
            logs = logs.toAbsolutePath();
        }
    }
}
