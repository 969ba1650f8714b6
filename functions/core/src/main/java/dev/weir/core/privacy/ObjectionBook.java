package dev.weir.core.privacy;

import dev.weir.core.event.Objection;
import dev.weir.core.event.Objections;
import dev.weir.core.event.Pseudonym;
import java.util.HashMap;
import java.util.Map;

/// What the entries in the list of objections amount to, by product and tenant. Reading an entry again, or from the
/// beginning, changes nothing. For one thread.
public final class ObjectionBook {

    private final Map<Scope, Page> pages = new HashMap<>();

    private record Scope(String product, String tenant) {}

    /// A restriction and an objection are taken back one by one.
    private record Standing(Objection objection, Objection restriction) {

        static final Standing NONE = new Standing(Objection.NONE, Objection.NONE);

        Standing with(ObjectionEntry entry) {
            Objection made = entry.objection();
            if (made.isRestriction()) {
                return new Standing(objection, entry.withdrawn() ? Objection.NONE : made);
            }
            return new Standing(entry.withdrawn() ? Objection.NONE : objection.and(made), restriction);
        }

        Objection together() {
            return objection.and(restriction);
        }
    }

    private static final class Page {

        private Standing ofAll = Standing.NONE;
        private final Map<Pseudonym, Standing> byName = new HashMap<>();
        private Objections sum = Objections.NONE;

        void add(ObjectionEntry entry) {
            if (entry.names().isEmpty()) {
                ofAll = ofAll.with(entry);
            }
            for (Pseudonym name : entry.names()) {
                Standing now = byName.getOrDefault(name, Standing.NONE).with(entry);
                if (now.equals(Standing.NONE)) {
                    byName.remove(name);
                } else {
                    byName.put(name, now);
                }
            }
        }

        void sum() {
            Map<Pseudonym, Objection> all = new HashMap<>();
            byName.forEach((name, standing) -> all.put(name, standing.together()));
            sum = new Objections(ofAll.together(), all);
        }
    }

    /// Adds entries, in the order of the list.
    public void add(Iterable<ObjectionEntry> entries) {
        for (ObjectionEntry entry : entries) {
            pages.computeIfAbsent(new Scope(entry.product(), entry.tenant()), unseen -> new Page())
                    .add(entry);
        }
        pages.values().forEach(Page::sum);
    }

    /// What a product and tenant knows of.
    public Objections of(String product, String tenant) {
        Page page = pages.get(new Scope(product, tenant));
        return page == null ? Objections.NONE : page.sum;
    }

    @Override
    public String toString() {
        return "ObjectionBook[" + pages.size() + "]";
    }
}
