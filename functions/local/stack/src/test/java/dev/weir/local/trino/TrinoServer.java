package dev.weir.local.trino;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// A Trino on this machine, on loopback alone, whose catalog `hive` is a folder: its metastore is in `metastore`, and
/// `local:///` is the folder.
record TrinoServer(Process process, int port) implements AutoCloseable {

    /// What it says when it takes queries.
    private static final String STARTED = "======== SERVER STARTED ========";

    /// Unpacks the archive where that is not done yet, and waits until queries are taken.
    ///
    /// @param archive as it is published: a `tar.gz`
    /// @param programs where it is unpacked, and stays
    /// @param folder for its settings, its state, and all it reads
    static TrinoServer start(Path archive, Path programs, Path folder) throws IOException, InterruptedException {
        Path home = unpacked(archive, programs);
        int port = freePort();
        settings(home, folder, port);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-Duser.timezone=UTC",
                        "-Djdk.attach.allowAttachSelf=true",
                        "-Dfile.encoding=UTF-8",
                        "-Dconfig=" + folder.resolve("etc/config.properties"),
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        home.resolve("lib") + "/*",
                        "io.trino.server.TrinoServer")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        awaitStart(process);
        return new TrinoServer(process, port);
    }

    private static Path unpacked(Path archive, Path programs) throws IOException, InterruptedException {
        String name = archive.getFileName().toString().replace(".tar.gz", "");
        Path home = programs.resolve(name);
        Path done = programs.resolve(name + ".unpacked");
        if (!Files.exists(done)) {
            Files.createDirectories(programs);
            // Most files are hard links, which tar makes and the archivers of Java do not.
            int exit = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", programs.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("cannot unpack " + archive);
            }
            Files.createFile(done);
        }
        return home;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void settings(Path home, Path folder, int port) throws IOException {
        Path catalogs = Files.createDirectories(folder.resolve("etc/catalog"));
        Files.writeString(folder.resolve("etc/config.properties"), """
                node.environment=test
                node.id=weir
                node.bind-ip=127.0.0.1
                node.internal-address=127.0.0.1
                coordinator=true
                node-scheduler.include-coordinator=true
                http-server.http.port=%1$d
                discovery.uri=http://127.0.0.1:%1$d
                plugin.dir=%2$s
                catalog.config-dir=%3$s
                """.formatted(port, hiveAlone(home), catalogs));
        Files.writeString(catalogs.resolve("hive.properties"), """
                connector.name=hive
                hive.metastore=file
                hive.metastore.catalog.dir=local:///metastore
                fs.native-local.enabled=true
                local.location=%s
                """.formatted(folder));
    }

    /// Of more than fifty plugins, the one that is needed.
    private static Path hiveAlone(Path home) throws IOException {
        Path plugins = Files.createDirectories(home.resolveSibling("plugins"));
        Path hive = plugins.resolve("hive");
        if (!Files.exists(hive)) {
            Files.createSymbolicLink(hive, home.resolve("plugin/hive"));
        }
        return plugins;
    }

    private static void awaitStart(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains(STARTED)) {
                Thread.ofVirtual().start(() -> drain(output));
                return;
            }
        }
        throw new IOException("Trino did not start:\n" + said);
    }

    /// Or it would wait, in the end, until somebody reads what it says.
    private static void drain(Reader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException stopped) {
            // There is no more to read of a process that is gone.
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:trino://127.0.0.1:" + port + "/hive/weir?user=weir&timezone=UTC");
    }

    /// Statements that have no result, one after the other.
    static void run(Connection connection, List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
