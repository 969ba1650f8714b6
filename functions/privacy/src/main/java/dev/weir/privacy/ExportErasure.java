package dev.weir.privacy;

import dev.weir.core.event.Pseudonym;
import dev.weir.lake.LakeUnavailable;
import dev.weir.lake.Sought;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/// Removes files that were handed out and have somebody in them who is erased, whoever asked for them. A file that is
/// not finished is removed without looking: it is begun again.
record ExportErasure(Exports exports, Requests requests, Findings findings) {

    void remove(String product, List<Sought> erased) {
        requests.open().stream()
                .filter(request -> request.type().isExport())
                .filter(request -> request.grant().product().equals(product))
                .filter(request -> !request.progress().result().export().isEmpty())
                .forEach(request -> removeFrom(request, erased));
    }

    private void removeFrom(Request request, List<Sought> erased) {
        String name = request.progress().result().export();
        try {
            exports.delete(Exporting.part(name));
            if (erased.stream().anyMatch(sought -> isIn(name, request, sought))) {
                exports.delete(name);
                requests.change(request.with(
                        request.progress().with(request.progress().result().withExport(""))));
                findings.exportRemoved();
            }
        } catch (LakeUnavailable | UncheckedIOException trouble) {
            findings.problem("export of request " + request.id(), "cannot be examined");
        }
    }

    private boolean isIn(String name, Request request, Sought sought) {
        return switch (sought) {
            case Sought.Tenant tenant -> tenant.tenant().equals(request.grant().tenant());
            case Sought.Person person -> mentions(name, person.names());
        };
    }

    private boolean mentions(String name, Set<Pseudonym> names) {
        Set<String> hex = names.stream().map(Pseudonym::hex).collect(Collectors.toSet());
        try {
            Path folder = Files.createTempDirectory("weir-export");
            Path file = folder.resolve("export.zip");
            try {
                return exports.fetch(name, file) && mentions(file, hex);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException("a file cannot be examined", trouble);
        }
    }

    private static boolean mentions(Path file, Set<String> hex) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        zip.getInputStream(zip.getEntry(ExportZip.EVENTS)), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(line -> hex.stream().anyMatch(line::contains));
        }
    }
}
