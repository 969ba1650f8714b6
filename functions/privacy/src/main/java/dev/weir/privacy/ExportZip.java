package dev.weir.privacy;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.EnvelopeField;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The file that somebody is handed: `readme.md`, `events.ndjson` and `events.csv`. It is written to disk event by
/// event.
final class ExportZip {

    static final String EVENTS = "events.ndjson";

    private final Catalog catalog;

    ExportZip(Catalog catalog) {
        this.catalog = catalog;
    }

    /// @param unreadable records that could be anybody's
    void write(Path file, EventSpool spool, Request request, long unreadable) {
        CsvRows csv =
                new CsvRows(catalog.envelope().stream().map(EnvelopeField::name).toList());
        ExportReadme readme = new ExportReadme(catalog, request);
        spool.each(event -> {
            csv.learn(event);
            readme.learn(event);
        });
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            entry(zip, out, "readme.md", () -> write(out, readme.text(spool.events(), unreadable)));
            entry(zip, out, EVENTS, () -> spool.each(event -> write(out, event + "\n")));
            entry(zip, out, "events.csv", () -> {
                csv.header(out);
                spool.each(event -> csv.row(out, event));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of events", e);
        }
    }

    private static void entry(ZipOutputStream zip, Writer out, String name, Runnable content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.run();
        out.flush();
        zip.closeEntry();
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of events", e);
        }
    }
}
