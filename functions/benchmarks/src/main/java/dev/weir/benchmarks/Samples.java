package dev.weir.benchmarks;

import dev.weir.core.event.Arrival;
import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Sender;
import dev.weir.core.event.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/// What the benchmarks work on: the files beside this class, and who sends them.
public final class Samples {

    private Samples() {}

    /// The request with one event of 1.1 KB, as it is sent: `ott-streaming`, `playback.heartbeat`.
    public static byte[] event() {
        return read("event.json");
    }

    /// A log entry of 1.1 KB as a service of `thedata` sends it: a message, a stack trace, and members of its own.
    static byte[] open() {
        return read("open.json");
    }

    /// A request with ten different events and 5 KB, as an app of `ott-streaming` sends it.
    public static byte[] request() {
        return read("request.json");
    }

    static byte[] read(String name) {
        try (InputStream file = Samples.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no sample " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample " + name, e);
        }
    }

    /// An app of a product, at the time that the samples are from.
    public static Sender client(String product) {
        return sender(product, Source.CLIENT);
    }

    /// A service of a product, at the same time.
    static Sender server(String product) {
        return sender(product, Source.SERVER);
    }

    private static Sender sender(String product, Source source) {
        return new Sender(
                new Credential(product, "acme", source),
                new Arrival("batch", Instant.parse("2026-02-08T14:30:00Z"), ClientAddress.of("203.0.113.77")));
    }
}
