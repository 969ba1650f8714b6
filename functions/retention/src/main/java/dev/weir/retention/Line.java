package dev.weir.retention;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.lake.DayContents;
import dev.weir.lake.DayPlan;
import dev.weir.lake.LakeObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A line of the report: what went of one part of a product.
///
/// @param part `bronze`, `silver/<class>`, `identities`, or `waiting`: what cannot go before it has been compacted
/// @param partitions days of which something went
/// @param bytes of these objects; of objects that lost identities, before they did
/// @param oldest the day of the oldest events that are left in the part
record Line(String product, String part, long partitions, long objects, long bytes, Optional<LocalDate> oldest) {

    static List<Line> of(ProductPlan plan, Done done) {
        Set<String> gone = new HashSet<>();
        done.purged().forEach(day -> day.objects().forEach(object -> gone.add(object.key())));
        List<Line> lines = new ArrayList<>();
        lines.add(line(plan, "bronze", done.purged(), DayPlan::bronze, left(plan, DayContents::bronze, gone)));
        for (String label : plan.classes()) {
            lines.add(line(
                    plan,
                    "silver/" + label,
                    done.purged(),
                    day -> day.silver().getOrDefault(label, List.of()),
                    left(plan, day -> day.silver().getOrDefault(label, List.of()), gone)));
        }
        lines.add(line(plan, "waiting", plan.due(), DayPlan::waiting, oldestWaiting(plan)));
        long bytes = done.anonymised().stream().mapToLong(LakeObject::size).sum();
        lines.add(new Line(
                plan.product(),
                "identities",
                folders(done.anonymised()),
                done.anonymised().size(),
                bytes,
                Optional.empty()));
        return lines.stream().filter(Line::isTelling).toList();
    }

    private static Line line(
            ProductPlan plan,
            String part,
            List<DayPlan> days,
            Function<DayPlan, List<LakeObject>> objects,
            Optional<LocalDate> oldest) {
        List<List<LakeObject>> some =
                days.stream().map(objects).filter(list -> !list.isEmpty()).toList();
        return new Line(
                plan.product(),
                part,
                some.size(),
                some.stream().mapToLong(List::size).sum(),
                some.stream().flatMap(List::stream).mapToLong(LakeObject::size).sum(),
                oldest);
    }

    private static Optional<LocalDate> left(
            ProductPlan plan, Function<DayContents, List<LakeObject>> objects, Set<String> gone) {
        return plan.there().stream()
                .filter(day -> objects.apply(day).stream().anyMatch(object -> !gone.contains(object.key())))
                .map(day -> day.day().date())
                .min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> oldestWaiting(ProductPlan plan) {
        return plan.due().stream()
                .filter(day -> !day.waiting().isEmpty())
                .map(day -> day.day().date())
                .min(LocalDate::compareTo);
    }

    private static long folders(List<LakeObject> objects) {
        return objects.stream()
                .map(object -> object.key().substring(0, object.key().lastIndexOf('/')))
                .distinct()
                .count();
    }

    private boolean isTelling() {
        return objects > 0 || oldest.isPresent();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("product", product)
                .put("part", part)
                .put("partitions", partitions)
                .put("objects", objects)
                .put("bytes", bytes);
        oldest.ifPresent(day -> json.put("oldest", day.toString()));
        return json;
    }
}
