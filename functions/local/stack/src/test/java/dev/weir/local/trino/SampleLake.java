package dev.weir.local.trino;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumn;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.core.event.EventType;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Origin;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Source;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.event.StoredReceipt;
import dev.weir.core.event.Timing;
import dev.weir.lake.BronzeRow;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.BronzeWriter;
import dev.weir.lake.Compaction;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.Extent;
import dev.weir.lake.LakeDay;
import dev.weir.lake.RecordPlace;
import dev.weir.lake.SequenceNumber;
import dev.weir.lake.SilverTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Days of `ott-streaming` with every event of its catalog, and in them everything that is hard on readers: a value in
/// every column, in none, empty and large ones, ids that are UUIDs and ids that are not.
record SampleLake(Path folder) {

    static final String PRODUCT = "ott-streaming";
    static final String TENANT = "acme";

    private static final String HARD = "Crème 🎬👨‍👩‍👧 \"quoted\" \\ 漢字 'x'";
    private static final String LARGE = "🎬é".repeat(100 * 1024 / 6);
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    /// Events of a day, received at its 14th hour.
    ///
    /// @param first sequence number of the first of them
    void land(LocalDate day, int first) {
        Catalog catalog = Catalog.load();
        BronzeTable table = new BronzeTable(catalog.envelope());
        List<BronzeRow> rows = new ArrayList<>();
        for (String name : catalog.product(PRODUCT).orElseThrow().events().keySet()) {
            for (Form form : Form.values()) {
                SequenceNumber sequence = SequenceNumber.of(Integer.toString(first + rows.size()));
                RecordPlace place = new RecordPlace("shardId-000000000000", sequence);
                rows.add((BronzeRow) table.shape(event(name, form, day, first + rows.size()), place, 0));
            }
        }
        new BronzeWriter(table, new WrittenFolder(folder)).write(rows);
    }

    /// Makes silver of the bronze that is there.
    void compact(LocalDate day, String run) {
        SilverTable silver =
                new SilverTable(Catalog.load().envelope(), SilverColumns.load().of(PRODUCT));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        new Compaction(new WrittenFolder(folder), CompactionRules.DEFAULT, clock, () -> run)
                .next(new LakeDay(PRODUCT, day), silver, Extent.HOURS);
    }

    /// What an event is like.
    enum Form {
        FULL,
        EMPTY,
        ABSENT,
        LARGE
    }

    private static StoredEvent event(String name, Form form, LocalDate day, int number) {
        Instant received = day.atTime(14, 0).toInstant(ZoneOffset.UTC).plusMillis(1_000L * number + 7);
        UUID uuid = new UUID(received.toEpochMilli() << 16 | 0x7000 | number, Long.MIN_VALUE | number * 77_777_777L);
        String id = form == Form.EMPTY ? "order:" + number : uuid.toString();
        Origin origin = new Origin(TENANT, Source.CLIENT, "batch-" + number, number);
        boolean bare = form == Form.ABSENT;
        Timing timing = new Timing(received, bare ? null : received.minusMillis(1_001), !bare);
        Header header = new Header(id, new EventType(PRODUCT, name, 1), origin, timing);
        StoredReceipt.Kept kept = new StoredReceipt.Kept("standard", LocalDate.parse("2027-02-08"));
        TreeSet<String> tags = new TreeSet<>(bare ? List.of() : List.of("no_ads", "no_ml"));
        StoredReceipt receipt =
                new StoredReceipt(new Receipt.Decision(Purpose.ANALYTICS, "opt_in"), tags, 3, kept, "0123456789ab");
        return new StoredEvent(header, people(form, number), context(form), receipt, properties(form));
    }

    private static Identities people(Form form, int number) {
        Map<IdentityKind, Pseudonym> names = new EnumMap<>(IdentityKind.class);
        if (form != Form.ABSENT) {
            names.put(IdentityKind.USER, new Pseudonym(-1, number % 5));
            names.put(IdentityKind.SESSION, new Pseudonym(number, 1));
        }
        return new Identities(names, 2);
    }

    private static TreeMap<String, String> context(Form form) {
        TreeMap<String, String> context = new TreeMap<>();
        if (form != Form.ABSENT) {
            context.put("platform", form == Form.EMPTY ? "" : "tvos");
            context.put("device_type", form == Form.EMPTY ? "" : HARD);
        }
        return context;
    }

    private static ObjectNode properties(Form form) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        if (form == Form.ABSENT) {
            return properties;
        }
        for (SilverColumn column : SilverColumns.load().of(PRODUCT)) {
            if (!properties.has(column.property())) {
                put(properties, column, form);
            }
        }
        properties.putObject("undeclared").putArray("rest").add(1.5).add(HARD).addNull();
        properties.put("large", form == Form.LARGE ? LARGE : "");
        return properties;
    }

    private static String text(SilverColumn column, Form form) {
        return form == Form.LARGE && column.property().equals("content_id") ? LARGE : HARD;
    }

    private static void put(ObjectNode to, SilverColumn column, Form form) {
        boolean empty = form == Form.EMPTY;
        switch (column.kind()) {
            case TEXT -> to.put(column.property(), empty ? "" : text(column, form));
            case WHOLE -> to.put(column.property(), empty ? 0 : -9_007_199_254_740_993L);
            case REAL -> to.put(column.property(), empty ? 0.5 : -12.125);
            case FLAG -> to.put(column.property(), !empty);
            case MOMENT -> to.put(column.property(), empty ? "2026-02-08T14:30:00+01:00" : "2026-02-08T14:30:00.120Z");
            case DAY -> to.put(column.property(), empty ? "1970-01-01" : "2028-02-29");
            case JSON -> to.putArray(column.property()).add(empty ? "" : HARD).addNull();
        }
    }
}
