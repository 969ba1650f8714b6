package dev.weir.local.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Carries one output of a process into the function's log, and remembers what it said last.
final class Output {

    private final Thread pump;
    private volatile String last = "";

    private Output(InputStream from, FunctionLog log, String name) {
        // A platform thread: a blocking read of a pipe would hold a virtual thread's carrier.
        this.pump = Thread.ofPlatform().daemon().name(name).unstarted(() -> pump(from, log));
    }

    static Output pump(InputStream from, FunctionLog log, String name) {
        Output output = new Output(from, log, name);
        output.pump.start();
        return output;
    }

    /// The last line that is a statement, not a frame of a stack trace; empty when there was none.
    String last() {
        return last;
    }

    void awaitEnd(Duration longest) throws InterruptedException {
        pump.join(longest);
    }

    private void pump(InputStream from, FunctionLog log) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
                log.line(line);
            }
        } catch (IOException e) {
            // The pipe may break when the process is killed.
            last = last.isEmpty() ? "its output could not be read to the end" : last;
        }
    }

    private void remember(String line) {
        if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
            last = line;
        }
    }
}
