package dev.weir.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A launcher to be killed: one warm process that waits for work, and one that never ends its work.
final class DoomedLauncher {

    private DoomedLauncher() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Harbour harbour = Harbour.open(folder).with(Duration.ofMinutes(10), 2, Map.of());
        Thread.startVirtualThread(() -> {
            try {
                harbour.invoke("hold " + folder.resolve("never"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Harbour.awaitExists(folder.resolve("never.held"));
        harbour.answer("echo");
        harbour.lambdas().processes().forEach(process -> System.out.println(process.pid()));
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
