package dev.weir.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The line that Lambda logs after each invocation.
final class Report {

    private Report() {}

    /// `init` is zero where the process was warm.
    static String of(String requestId, Duration took, int memoryMb, long pid, Duration init) {
        return "REPORT RequestId: %s\tDuration: %s ms\tBilled Duration: %d ms\tMemory Size: %d MB%s%s"
                .formatted(
                        requestId,
                        millis(took),
                        took.plusNanos(999_999).toMillis(),
                        memoryMb,
                        memory(pid),
                        init.isZero() ? "" : "\tInit Duration: " + millis(init) + " ms");
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
    }

    /// The peak of resident memory, where the system tells it (Linux does, for the living).
    private static String memory(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .map(kilobytes -> "\tMax Memory Used: " + Long.parseLong(kilobytes) / 1024 + " MB")
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
