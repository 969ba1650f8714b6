package dev.weir.local.trino;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.FlatEvent;
import dev.weir.core.event.Pseudonym;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectContent;
import dev.weir.lake.Sought;
import dev.weir.lake.SubjectEvents;
import dev.weir.local.query.FolderObjects;
import dev.weir.local.query.LakeQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// DuckDB, Trino and parquet-java have the same rows of a lake, value by value: silver of both formats, and bronze that
/// is not in silver yet. Only where a Trino is given, since it is 800 MB: the profile `trino` of the build.
@EnabledIfSystemProperty(named = "weir.trino", matches = ".+")
class TrinoTest {

    private static final LocalDate OLD = LocalDate.parse("2026-02-07");
    private static final LocalDate TODAY = LocalDate.parse("2026-02-08");
    private static final String ABSENT = "∅";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String PROPERTIES = "select event_id, properties from ott_streaming";
    private static final Set<String> PLACE = Set.of("shard", "sequence", "record_index");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    static Path folder;

    private static Path lake;
    private static @Nullable TrinoServer trino;
    private static Connection connection;

    /// A day in format 1, and a day of which half is in silver and half still in bronze.
    @BeforeAll
    static void lakeAndTrino() throws Exception {
        lake = Files.createDirectories(folder.resolve("lake"));
        formatOne(new WrittenFolder(lake));
        SampleLake sample = new SampleLake(lake);
        sample.land(TODAY, 1_000);
        sample.compact(TODAY, "new");
        sample.land(TODAY, 2_000);
        Path archive = Path.of(System.getProperty("weir.trino"));
        trino = TrinoServer.start(archive, Path.of("target", "trino").toAbsolutePath(), folder);
        connection = trino.connect();
        TrinoServer.run(connection, List.of("create schema weir"));
        TrinoServer.run(connection, new AthenaStatements(SampleLake.PRODUCT, "local:///lake/").all());
    }

    @AfterAll
    static void stop() throws Exception {
        if (trino != null) {
            trino.close();
        }
    }

    private static void formatOne(LakeObjects objects) throws IOException {
        String key = "silver/product=ott-streaming/retention=standard/dt=" + OLD + "/old-0.parquet";
        String manifest = "manifests/product=ott-streaming/dt=" + OLD + "/manifest.json";
        byte[] bytes;
        try (InputStream file = TrinoTest.class.getResourceAsStream("ott-streaming-format-1.parquet")) {
            bytes = Objects.requireNonNull(file).readAllBytes();
        }
        objects.put(key, new ObjectContent(bytes, "application/vnd.apache.parquet", Map.of()));
        String line = "{\"key\":\"%s\",\"state\":\"live\",\"run\":\"old\",\"part\":0,\"rows\":1,\"bytes\":%d}\n"
                .formatted(key, bytes.length);
        objects.put(manifest, new ObjectContent(line.getBytes(StandardCharsets.UTF_8), "application/json", Map.of()));
    }

    @Test
    void theViewOfTheProductIsTheSameInAllThree() throws Exception {
        List<Column> columns = columns("ott_streaming");
        List<Column> envelope = columns.stream()
                .filter(column -> !PLACE.contains(column.name()))
                .toList();
        List<FlatEvent> events = events();

        List<List<String>> rows = byTrino("ott_streaming", columns);

        assertThat(rows).hasSize(events.size()).hasSizeGreaterThan(100);
        assertThat(byDuckDb("ott_streaming", columns)).isEqualTo(rows);
        assertThat(byParquet(events, envelope)).isEqualTo(byTrino("ott_streaming", envelope));
        Map<String, JsonNode> properties = new TreeMap<>();
        events.forEach(event -> properties.put((String) event.fields().get("event_id"), event.properties()));
        assertThat(trinoProperties()).isEqualTo(properties);
        assertThat(duckDbProperties()).isEqualTo(properties);
    }

    @Test
    void theViewOfEachEventIsTheSameInBoth() throws Exception {
        List<String> views = new ArrayList<>();
        try (ResultSet tables =
                connection.createStatement().executeQuery("show tables like 'ott!_streaming!_%' escape '!'")) {
            while (tables.next()) {
                views.add(tables.getString(1));
            }
        }
        assertThat(views).hasSizeGreaterThan(20);
        for (String view : views) {
            List<Column> columns = columns(view);
            assertThat(byTrino(view, columns)).as(view).hasSizeGreaterThan(3).isEqualTo(byDuckDb(view, columns));
        }
    }

    /// A column of a view.
    private record Column(String name, String type) {

        private String quoted() {
            return '"' + name + '"';
        }

        String inTrino() {
            String text = switch (type.replaceAll("\\(.*", "")) {
                case "varchar" -> quoted();
                case "array" -> "array_join(" + quoted() + ", ',')";
                case "double" -> "cast(cast(" + quoted() + " as decimal(38, 6)) as varchar)";
                default -> "cast(" + quoted() + " as varchar)";
            };
            return "coalesce(" + text + ", '" + ABSENT + "')";
        }

        String inDuckDb() {
            String text = switch (type.replaceAll("\\(.*", "")) {
                case "varchar" -> "cast(" + quoted() + " as varchar)";
                case "array" -> "array_to_string(" + quoted() + ", ',')";
                case "double" -> "cast(cast(" + quoted() + " as decimal(38, 6)) as varchar)";
                case "timestamp" -> "strftime(cast(" + quoted() + " as timestamptz), '%Y-%m-%d %H:%M:%S.%g')";
                default -> "cast(" + quoted() + " as varchar)";
            };
            return "coalesce(" + text + ", '" + ABSENT + "')";
        }
    }

    /// Those of a view that all readers show.
    private static List<Column> columns(String view) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet described = connection.createStatement().executeQuery("describe " + view)) {
            while (described.next()) {
                columns.add(new Column(described.getString(1), described.getString(2)));
            }
        }
        columns.removeIf(column -> List.of("dt", "hour", "properties").contains(column.name()));
        return columns;
    }

    private static List<List<String>> byTrino(String view, List<Column> columns) throws SQLException, IOException {
        String select = columns.stream().map(Column::inTrino).collect(Collectors.joining(", "));
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = connection.createStatement().executeQuery("select " + select + " from " + view)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    row.add(comparable(result.getString(column)));
                }
                rows.add(row);
            }
        }
        return sorted(rows);
    }

    /// JSON as one library writes it: of characters beyond the 65,536 first, Trino writes escapes.
    private static String comparable(String cell) throws IOException {
        return cell.startsWith("[") || cell.startsWith("{")
                ? JSON.readTree(cell).toString()
                : cell;
    }

    private static List<List<String>> byDuckDb(String view, List<Column> columns) throws Exception {
        String select = columns.stream().map(Column::inDuckDb).collect(Collectors.joining(", "));
        List<List<String>> rows = new ArrayList<>();
        for (CSVRecord record : duckDb("select " + select + " from " + view)) {
            List<String> row = new ArrayList<>();
            for (String cell : record) {
                row.add(comparable(cell));
            }
            rows.add(row);
        }
        return sorted(rows);
    }

    private static List<CSVRecord> duckDb(String sql) throws Exception {
        StringBuilder csv = new StringBuilder();
        new LakeQuery(Catalog.load(), lake).run(sql, csv);
        List<CSVRecord> records =
                CSVFormat.RFC4180.parse(new StringReader(csv.toString())).getRecords();
        return records.subList(1, records.size());
    }

    private static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private static Map<String, JsonNode> trinoProperties() throws Exception {
        Map<String, JsonNode> properties = new TreeMap<>();
        try (ResultSet rows = connection.createStatement().executeQuery(PROPERTIES)) {
            while (rows.next()) {
                properties.put(rows.getString(1), JSON.readTree(rows.getString(2)));
            }
        }
        return properties;
    }

    private static Map<String, JsonNode> duckDbProperties() throws Exception {
        Map<String, JsonNode> properties = new TreeMap<>();
        for (CSVRecord row : duckDb(PROPERTIES)) {
            properties.put(row.get(0), JSON.readTree(row.get(1)));
        }
        return properties;
    }

    private static List<List<String>> byParquet(List<FlatEvent> events, List<Column> columns) {
        return sorted(events.stream()
                .map(event -> columns.stream()
                        .map(column -> shown(event.fields().get(column.name())))
                        .toList())
                .toList());
    }

    private static List<FlatEvent> events() {
        List<FlatEvent> events = new ArrayList<>();
        FolderObjects objects = new FolderObjects(lake);
        SubjectEvents reader = new SubjectEvents(objects, Catalog.load().envelope(), name -> true);
        Sought everybody = new Sought.Tenant(SampleLake.TENANT, Instant.parse("2030-01-01T00:00:00Z"));
        for (LakeObject object : counting(objects)) {
            reader.read(object, everybody, events::add);
        }
        return events;
    }

    private static List<LakeObject> counting(LakeObjects objects) {
        List<LakeObject> counting = new ArrayList<>(objects.list("silver/"));
        String replaced = objects.list("manifests/").stream()
                .map(manifest ->
                        new String(objects.get(manifest.key()).orElseThrow().bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        objects.list("bronze/").stream()
                .filter(object -> !replaced.contains(object.key()))
                .forEach(counting::add);
        return counting;
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> ABSENT;
            case Instant time -> MOMENT.format(time);
            case Pseudonym name -> name.hex();
            case List<?> texts -> texts.stream().map(String::valueOf).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }
}
