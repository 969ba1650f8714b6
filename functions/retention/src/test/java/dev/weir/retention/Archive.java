package dev.weir.retention;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.core.catalog.Catalog;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A lake with days of `unofficial-communities` in it, of every class, and retention around it.
final class Archive {

    static final String PRODUCT = "unofficial-communities";
    static final Instant NOW = Instant.parse("2026-11-21T03:20:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Deadline FAR = new Deadline(() -> Long.MAX_VALUE);
    private static final Catalog CATALOG = Catalog.load();
    private static final BronzeTable TABLE = new BronzeTable(CATALOG.envelope());

    final MemoryBucket lake = new MemoryBucket(CLOCK);
    final MemoryBucket quarantine = new MemoryBucket(CLOCK);
    final MemoryBucket failed = new MemoryBucket(CLOCK);
    final MemoryBucket audit = new MemoryBucket(CLOCK);
    private int sequence;

    /// Lands a day with an event of every class, without compacting it.
    Archive landed(String day) {
        for (String label : List.of("system", "security", "business", "product")) {
            RecordPlace place = new RecordPlace("shardId-0", SequenceNumber.of(Integer.toString(++sequence)));
            new BronzeWriter(TABLE, lake).write(List.of((BronzeRow) TABLE.shape(event(label, day), place, 0)));
        }
        return this;
    }

    /// The same, compacted.
    Archive settled(String day) {
        landed(day);
        LakeDay date = new LakeDay(PRODUCT, LocalDate.parse(day));
        SilverTable table =
                new SilverTable(CATALOG.envelope(), SilverColumns.load().of(PRODUCT));
        new Compaction(lake, CompactionRules.DEFAULT, CLOCK, () -> "run" + sequence).next(date, table, Extent.ALL);
        return this;
    }

    private static StoredEvent event(String label, String day) {
        Instant received = Instant.parse(day + "T12:00:00Z");
        return new StoredEvent(
                new Header(
                        label + day,
                        new EventType(PRODUCT, "user.login.succeeded", 1),
                        new Origin("acme", Source.SERVER, "batch", 0),
                        new Timing(received, null, false)),
                new Identities(Map.of(IdentityKind.USER, new Pseudonym(1, 2)), 1),
                new TreeMap<>(),
                new StoredReceipt(
                        new Receipt.Decision(Purpose.ESSENTIAL, "essential"),
                        new TreeSet<>(),
                        0,
                        new StoredReceipt.Kept(label, LocalDate.parse(day)),
                        "policy"),
                JsonNodeFactory.instance.objectNode());
    }

    RetentionReport run(RetentionRequest request) {
        return run(request, CLOCK, FAR);
    }

    RetentionReport run(RetentionRequest request, Clock clock, Deadline deadline) {
        Buckets buckets = new Buckets(lake, quarantine, failed, audit);
        return Wiring.retention(buckets, CATALOG, clock, 20).run(request, deadline);
    }

    /// A run that may purge everything.
    RetentionReport run() {
        return run(request(false, 100));
    }

    static RetentionRequest request(boolean dry, int share) {
        return new RetentionRequest(Optional.of(PRODUCT), Optional.empty(), dry, Optional.of(share));
    }

    /// Classes and days of silver.
    List<String> silver() {
        return lake.list("silver/").stream()
                .map(object -> object.key().replaceAll(".*retention=(.*)/dt=(.*)/.*", "$1 $2"))
                .toList();
    }
}
