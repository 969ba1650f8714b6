package dev.weir.lake;

import dev.weir.core.event.Pseudonym;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.io.api.Binary;

/// Several that are sought at once, by what they are found by. Each is known by its place in the list.
final class ErasureTargets {

    private final List<Sought> all;
    private final Map<Pseudonym, BitSet> byName = new HashMap<>();
    private final BitSet beginnings = new BitSet();
    private final Map<Binary, BitSet> byTenant = new HashMap<>();

    ErasureTargets(List<Sought> all) {
        this.all = List.copyOf(all);
        for (int place = 0; place < all.size(); place++) {
            index(all.get(place), place);
        }
    }

    private void index(Sought sought, int place) {
        switch (sought) {
            case Sought.Person person ->
                person.names().forEach(name -> {
                    add(byName, name, place);
                    beginnings.set(ByteBuffer.wrap(name.bytes()).getShort() & 0xffff);
                });
            case Sought.Tenant tenant -> add(byTenant, utf8(tenant.tenant()), place);
        }
    }

    private static <K> void add(Map<K, BitSet> index, K key, int place) {
        index.computeIfAbsent(key, unseen -> new BitSet()).set(place);
    }

    private static Binary utf8(String text) {
        return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return all.size();
    }

    boolean hasPeople() {
        return !byName.isEmpty();
    }

    boolean hasTenants() {
        return !byTenant.isEmpty();
    }

    /// Whether a name that is sought is between two, both included.
    boolean anyBetween(Pseudonym least, Pseudonym greatest) {
        return byName.keySet().stream().anyMatch(name -> name.compareTo(least) >= 0 && name.compareTo(greatest) <= 0);
    }

    /// Whether a filter leaves it open that a name that is sought is there.
    boolean anyIn(BloomFilter filter) {
        return byName.keySet().stream()
                .anyMatch(name -> filter.findHash(filter.hash(Binary.fromConstantByteArray(name.bytes()))));
    }

    /// Who has the name.
    BitSet named(Pseudonym name) {
        return byName.getOrDefault(name, new BitSet());
    }

    /// Whether somebody is among names that follow each other without anything between them, as in a dictionary. Two
    /// bytes of a name exclude nearly all who are not sought, without making a name of them.
    boolean anyNamed(byte[] names) {
        ByteBuffer bytes = ByteBuffer.wrap(names);
        for (int at = 0; at + Pseudonym.SIZE <= names.length; at += Pseudonym.SIZE) {
            if (beginnings.get(bytes.getShort(at) & 0xffff)
                    && byName.containsKey(Pseudonym.of(Arrays.copyOfRange(names, at, at + Pseudonym.SIZE)))) {
                return true;
            }
        }
        return false;
    }

    /// Whose tenant it is.
    BitSet tenant(Binary tenant) {
        return byTenant.getOrDefault(tenant, new BitSet());
    }

    /// Who is named in a text.
    BitSet mentioned(byte[] text) {
        BitSet found = new BitSet();
        HexNames.in(text, name -> found.or(named(name)));
        return found;
    }

    /// Whether somebody means some of their events only.
    boolean hasScopes() {
        return all.stream().anyMatch(sought -> !sought.scope().isAll());
    }

    /// Those of them for whom something holds.
    BitSet only(BitSet found, Predicate<Sought> meaning) {
        BitSet meant = (BitSet) found.clone();
        found.stream().filter(place -> !meaning.test(all.get(place))).forEach(meant::clear);
        return meant;
    }
}
