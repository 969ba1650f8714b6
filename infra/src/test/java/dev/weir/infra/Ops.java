package dev.weir.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The launcher `infra/ops` with a release of one environment and a stand-in for the AWS CLI.
final class Ops {

    static final Path LAUNCHER = Path.of(System.getProperty("weir.root"), "infra/ops");
    private static final Path STAND_IN = Path.of(System.getProperty("weir.root"), "infra/src/test/bash/aws");

    private final Path folder;
    private String typed = "";

    private Ops(Path folder) {
        this.folder = folder;
    }

    record Run(int status, String output, String errors) {}

    static Ops in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("dist/production"));
        Files.createDirectories(folder.resolve("dist/functions"));
        Files.createDirectories(folder.resolve("dist/athena"));
        Files.writeString(folder.resolve("dist/athena/thedata.sql"), """
                create external table if not exists silver_thedata (
                  `a` string
                );

                create or replace view later as
                select * from thedata;

                create or replace view thedata as
                select ';' as a;
                """);
        Files.createDirectories(folder.resolve("answers"));
        Files.createDirectories(folder.resolve("objects"));
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("dist/version"), "2026-02-02T000000Z\n");
        Files.writeString(folder.resolve("dist/production/environment"), "name=production\nregion=eu-central-1\n");
        Files.writeString(folder.resolve("dist/production/issuers.json"), "{\"issuers\":[]}");
        Files.copy(STAND_IN, folder.resolve("bin/aws"));
        folder.resolve("bin/aws").toFile().setExecutable(true);
        return new Ops(folder);
    }

    void withoutAws() throws IOException {
        Files.delete(folder.resolve("bin/aws"));
        for (String tool : List.of("bash", "sed", "cat", "basename", "dirname", "grep", "mktemp", "rm")) {
            Files.createSymbolicLink(folder.resolve("bin/" + tool), find(tool));
        }
    }

    Ops typing(String text) {
        typed = text;
        return this;
    }

    /// What the stand-in says to a call that contains these words; `!<status>`, and a message if it has one,
    /// makes it fail.
    void answers(String words, String answer) throws IOException {
        Files.writeString(folder.resolve("answers/" + words.replace(' ', '_')), answer + "\n");
    }

    /// A program that is found before the machine's own.
    void tool(String name, String script) throws IOException {
        Path tool = folder.resolve("bin/" + name);
        Files.writeString(tool, "#!/usr/bin/env bash\n" + script + "\n");
        tool.toFile().setExecutable(true);
    }

    /// A product of the release.
    void knows(String product) throws IOException {
        Files.writeString(
                folder.resolve("dist/athena/" + product + ".sql"),
                "create external table if not exists silver_" + product.replace('-', '_') + " (\n  `a` string\n);\n");
    }

    /// Another file of the environment's release.
    void releases(String file, String content) throws IOException {
        Files.writeString(folder.resolve("dist/production").resolve(file), content);
    }

    void stores(String object, String content) throws IOException {
        Files.writeString(folder.resolve("objects/" + object), content);
    }

    String stored(String object) throws IOException {
        return Files.readString(folder.resolve("objects/" + object));
    }

    /// What Athena was asked, in order.
    List<String> sentToAthena() throws IOException {
        Path sent = folder.resolve("athena");
        return Files.exists(sent) ? List.of(Files.readString(sent).split("\0", 0)) : List.of();
    }

    void athenaRefusesOnce() throws IOException {
        Files.writeString(folder.resolve("refuses"), "");
    }

    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(find("bash").toString(), LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("WEIR_"));
        boolean bare = !Files.exists(folder.resolve("bin/aws"));
        builder.environment().put("PATH", folder.resolve("bin") + (bare ? "" : ":" + System.getenv("PATH")));
        builder.environment().put("WEIR_RELEASE", folder.resolve("dist").toString());
        builder.environment().put("STAND_IN", folder.toString());
        builder.environment().put("WEIR_SMOKE_TRIES", "2");
        builder.environment().put("WEIR_SMOKE_PAUSE", "0");
        builder.redirectOutput(folder.resolve("out").toFile());
        builder.redirectError(folder.resolve("err").toFile());
        Process process = builder.start();
        try (var input = process.getOutputStream()) {
            input.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("infra/ops " + String.join(" ", arguments) + " does not end");
        }
        return new Run(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
