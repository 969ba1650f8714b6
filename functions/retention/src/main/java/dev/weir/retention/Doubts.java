package dev.weir.retention;

import dev.weir.core.catalog.Catalog;
import dev.weir.lake.Bookkeeping;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakeObjects;
import dev.weir.lake.ObjectContent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reasons not to delete anything: a clock or a catalog that looks wrong, or too much at once. What is deleted
/// for good by mistake is worse than what is kept for a day more.
final class Doubts {

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration APART = Duration.ofHours(1);
    private static final Pattern PRODUCT = Pattern.compile("[a-z]+/product=([a-z0-9][a-z0-9_-]{0,63})/");

    private final LakeObjects lake;
    private final Catalog catalog;
    private final Clock clock;
    private final int share;

    /// @param share how many of a hundred objects of a product may go
    Doubts(LakeObjects lake, Catalog catalog, Clock clock, int share) {
        this.lake = lake;
        this.catalog = catalog;
        this.clock = clock;
        this.share = share;
    }

    /// All of them; a dry run asks for those that can be had without storing anything.
    List<String> about(RetentionRequest request, List<ProductPlan> plans) {
        List<String> doubts = new ArrayList<>(clock(request, plans));
        Set<String> unknown = new TreeSet<>(products());
        unknown.removeAll(catalog.productNames());
        unknown.forEach(name -> doubts.add("the lake has a product " + name + ", and the catalog does not"));
        int allowed = request.allowShare().orElse(share);
        for (ProductPlan plan : plans) {
            doubts.addAll(classes(plan));
            if (plan.going() * 100 > plan.objects() * allowed) {
                doubts.add("%d of %d objects of %s would go, and at most %d %% may; allow it with --allow-share"
                        .formatted(plan.going(), plan.objects(), plan.product(), allowed));
            }
        }
        return doubts;
    }

    private List<String> clock(RetentionRequest request, List<ProductPlan> plans) {
        List<String> doubts = new ArrayList<>();
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!request.dryRun() && request.today().filter(day::isBefore).isPresent()) {
            doubts.add("it is " + day + ": a day that is to come can be tried with a dry run only");
        }
        plans.stream()
                .map(ProductPlan::newest)
                .max(Instant::compareTo)
                .filter(now.plus(AHEAD)::isBefore)
                .ifPresent(newest -> doubts.add("the clock says " + now + ", and the lake has an object of " + newest));
        if (!request.dryRun()) {
            Instant bucket = bucketTime();
            if (Duration.between(now, bucket).abs().compareTo(APART) > 0) {
                doubts.add("the clock says " + now + ", and the bucket says " + bucket);
            }
        }
        return doubts;
    }

    private Instant bucketTime() {
        byte[] nothing = {'{', '}'};
        lake.put(Bookkeeping.CLOCK, new ObjectContent(nothing, "application/json", Map.of()));
        return lake.list(Bookkeeping.CLOCK).stream()
                .map(LakeObject::modified)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private Set<String> products() {
        Set<String> products = new TreeSet<>();
        for (String layer : List.of("bronze/", "silver/", "manifests/")) {
            for (String folder : lake.folders(layer)) {
                Matcher name = PRODUCT.matcher(folder);
                if (name.matches()) {
                    products.add(name.group(1));
                }
            }
        }
        return products;
    }

    private List<String> classes(ProductPlan plan) {
        Set<String> classes = new TreeSet<>(plan.classes());
        catalog.product(plan.product())
                .ifPresent(
                        known -> classes.removeAll(known.retention().classes().keySet()));
        return classes.stream()
                .map(label -> "the lake has a retention class " + label + " of " + plan.product()
                        + ", and the catalog does not")
                .toList();
    }
}
