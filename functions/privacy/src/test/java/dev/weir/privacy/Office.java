package dev.weir.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.core.catalog.Catalog;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.StoredEvent;
import dev.weir.core.privacy.Evidence;
import dev.weir.core.privacy.EvidenceKey;
import dev.weir.core.privacy.ObjectionEntry;
import dev.weir.lake.BronzeRow;
import dev.weir.lake.BronzeTable;
import dev.weir.lake.BronzeWriter;
import dev.weir.lake.EventScope;
import dev.weir.lake.LakeObject;
import dev.weir.lake.ObjectContent;
import dev.weir.lake.ObjectEraser;
import dev.weir.lake.RecordPlace;
import dev.weir.lake.SequenceNumber;
import dev.weir.lake.Sought;
import dev.weir.lake.Suppressions;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.RecordTooLarge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The worker with everything around it in memory.
final class Office {

    static final Instant REQUESTED = Instant.parse("2026-02-08T15:00:00Z");
    static final Duration HEEDED = Duration.ofSeconds(61);
    static final Duration RUN = Duration.ofMinutes(13);
    private static final Catalog CATALOG = Catalog.load();
    private static final BronzeTable TABLE = new BronzeTable(CATALOG.envelope());

    final MemoryObjects.Fate fate = new MemoryObjects.Fate();
    final MemoryObjects lake = new MemoryObjects(fate);
    final MemoryObjects quarantine = new MemoryObjects(fate);
    final MemoryObjects failed = new MemoryObjects(fate);
    final MemoryObjects audit = new MemoryObjects(fate);
    final MemoryRequests requests = new MemoryRequests(fate);
    final EvidenceKey key;
    final MemoryExports exports = new MemoryExports(fate);
    final List<ObjectionEntry> objections = new ArrayList<>();
    private final Path folder;
    private Instant now = REQUESTED;
    private Duration tick = Duration.ZERO;
    private final Worker worker;

    Office(Path folder) throws IOException, GeneralSecurityException {
        this(folder, 1);
    }

    /// @param atOnce how many objects are examined at a time
    Office(Path folder, int atOnce) throws IOException, GeneralSecurityException {
        this.key = key(folder);
        this.folder = folder.resolve("work");
        this.worker = worker(atOnce);
    }

    private Worker worker(int atOnce) {
        Buckets buckets = new Buckets(lake, quarantine, failed, audit, exports);
        RecordCodec codec = new RecordCodec();
        Times times = new Times(Duration.ofMinutes(1), Duration.ofHours(25), HEEDED, RUN);
        Worker.Timing timing = new Worker.Timing(times, clock());
        EvidenceLedger ledger = new EvidenceLedger(audit, key);
        return new Worker(
                requests,
                new Objecting(requests, (entry, at) -> objections.add(entry), ledger, HEEDED, timing.clock()),
                new Erasing(requests, new Sweep(buckets, CATALOG, requests, codec, atOnce), ledger, lake, timing),
                new Exporting(requests, new ExportSearch(buckets, CATALOG, codec), ledger, folder, timing.clock()),
                timing);
    }

    private static EvidenceKey key(Path folder) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        Path file = Files.createDirectories(folder).resolve("key.json");
        Files.writeString(
                file,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("public", base64.encodeToString(pair.getPublic().getEncoded()))
                        .put("private", base64.encodeToString(pair.getPrivate().getEncoded()))
                        .toString());
        return EvidenceKey.read(file);
    }

    /// A little later each time it is asked.
    private Clock clock() {
        InstantSource source = () -> now = now.plus(tick);
        return source.withZone(ZoneOffset.UTC);
    }

    void request(String id, int person) {
        request(id, person, RequestType.ERASURE);
    }

    void request(String id, int person, RequestType type) {
        request(id, person, new Demand(type, "user", EventScope.ALL, false));
    }

    void request(String id, int person, Demand demand) {
        Set<Pseudonym> names = demand.kind().equals("tenant") ? Set.of() : Set.of(People.name(person));
        requests.add(
                new Request(
                        id,
                        new PrivacyKeys.Grant(People.PRODUCT, People.TENANT),
                        demand,
                        new Request.Subject(names, REQUESTED),
                        Progress.NONE),
                now);
    }

    /// From now on, each look at the clock takes some time.
    void tick(Duration time) {
        tick = time;
    }

    /// Works on what is due, lets landings settle, and works again.
    Office work() {
        worker.run();
        pass(Duration.ofMinutes(2));
        worker.run();
        return this;
    }

    void workOnce() {
        worker.run();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Request request(String id) {
        return requests.find(id).orElseThrow();
    }

    /// Lands events as a batch of their own.
    void land(int sequence, StoredEvent... events) {
        List<BronzeRow> rows = new ArrayList<>();
        for (StoredEvent event : events) {
            RecordPlace place = new RecordPlace("shardId-000000000000", SequenceNumber.of(Integer.toString(sequence)));
            rows.add((BronzeRow) TABLE.shape(event, place, rows.size()));
        }
        new BronzeWriter(TABLE, lake).write(rows, new Suppressions(lake).read());
    }

    static byte[] record(StoredEvent... events) {
        try {
            return new RecordCodec().encode(List.of(events));
        } catch (RecordTooLarge e) {
            throw new AssertionError(e);
        }
    }

    /// A record in quarantine.
    static ObjectContent quarantined(StoredEvent... events) {
        return quarantined(record(events));
    }

    static ObjectContent quarantined(byte[] record) {
        return document(JsonNodeFactory.instance
                .objectNode()
                .put("reason", "some")
                .put("data", record)
                .toString());
    }

    static ObjectContent document(String text) {
        return new ObjectContent(text.getBytes(StandardCharsets.UTF_8), "application/json", Map.of());
    }

    /// How many rows the person has in bronze, until the end of time.
    long rows(int person) {
        Sought sought = new Sought.Person(Set.of(People.name(person)), Instant.MAX);
        long rows = 0;
        for (LakeObject object : lake.list("bronze/")) {
            MemoryObjects copy = new MemoryObjects(new MemoryObjects.Fate());
            copy.put(object.key(), lake.at(object.key()).content());
            rows += new ObjectEraser(copy, name -> true)
                    .erase(copy.list("").getFirst(), List.of(sought), planned -> {})
                    .orElseThrow()
                    .matched()
                    .getFirst();
        }
        return rows;
    }

    /// The evidence, checked as a chain.
    List<JsonNode> evidence() {
        List<JsonNode> bodies = new ArrayList<>();
        byte[] before = null;
        for (LakeObject object : audit.list("evidence/")) {
            byte[] file = audit.at(object.key()).content().bytes();
            Evidence evidence = Evidence.verify(file, key);
            if (before != null && !evidence.follows(before)) {
                throw new AssertionError("the chain is broken at " + object.key());
            }
            before = file;
            bodies.add(evidence.body());
        }
        return bodies;
    }

    static JsonNode json(MemoryObjects.Stored stored) {
        try {
            return new JsonMapper().readTree(stored.content().bytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
