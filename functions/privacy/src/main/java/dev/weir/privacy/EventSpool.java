package dev.weir.privacy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.IdentityKind;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Events on their way into a file, each once, on disk and compressed. Who goes on with a spool that is there sees what
/// is in it as added.
///
/// Events are told apart as everywhere in the lake, by tenant, day, subject and id: by a digest, of which the last
/// million are known, about 100 MB.
final class EventSpool implements AutoCloseable {

    private static final int KNOWN = 1_000_000;
    private static final int DAY = "2026-02-08".length();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path file;
    private final int most;
    private final Set<Mark> known = new LinkedHashSet<>();
    private final BufferedWriter writer;
    private long events;

    private record Mark(long high, long low) {}

    EventSpool(Path file) {
        this(file, KNOWN);
    }

    /// @param most how many events it tells apart
    EventSpool(Path file, int most) {
        this.file = file;
        this.most = most;
        try {
            if (Files.exists(file)) {
                each(event -> {
                    isNew(event);
                    events++;
                });
            }
            this.writer = new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(
                            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)),
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of events", e);
        }
    }

    void add(ObjectNode event) {
        if (!isNew(event)) {
            return;
        }
        events++;
        try {
            writer.write(event.toString());
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of events", e);
        }
    }

    private boolean isNew(ObjectNode event) {
        if (!known.add(mark(event))) {
            return false;
        }
        if (known.size() > most) {
            Iterator<Mark> oldest = known.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    private static Mark mark(ObjectNode event) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String id = String.join(
                    "\0", event.path("event_id").asText(), event.path("tenant").asText(), day(event), subject(event));
            sha256.update(id.getBytes(StandardCharsets.UTF_8));
            ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
            return new Mark(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// In UTC, as times of events are written.
    private static String day(ObjectNode event) {
        String time = event.path("event_timestamp").asText();
        return time.substring(0, Math.min(DAY, time.length()));
    }

    /// What compaction goes by, too: the first identity that there is.
    private static String subject(ObjectNode event) {
        return Arrays.stream(IdentityKind.values())
                .map(kind -> event.path(kind.field()).asText())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    long events() {
        return events;
    }

    /// Hands on all events, in the order in which they came. Complete once the spool is closed.
    void each(Consumer<ObjectNode> event) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                event.accept((ObjectNode) JSON.readTree(line));
            }
        } catch (IOException e) {
            // Without its cause, which may quote an event.
            throw new UncheckedIOException(new IOException("cannot read a file of events"));
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of events", e);
        }
    }
}
