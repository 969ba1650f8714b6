package dev.weir.retention;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.Product;
import dev.weir.core.catalog.RetentionRules;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.DayContents;
import dev.weir.lake.DayPlan;
import dev.weir.lake.DayPurge;
import dev.weir.lake.IdentityRemoval;
import dev.weir.lake.LakeObject;
import dev.weir.lake.LakePlace;
import dev.weir.lake.OldVersion;
import dev.weir.lake.SilverTable;
import dev.weir.lake.VersionedObjects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds out what is to be done to a product's part of the lake. It changes nothing.
final class Planning {

    private final VersionedObjects lake;
    private final Catalog catalog;
    private final SilverColumns columns;
    private final DayPurge purge;

    Planning(VersionedObjects lake, Catalog catalog, SilverColumns columns, DayPurge purge) {
        this.lake = lake;
        this.catalog = catalog;
        this.columns = columns;
        this.purge = purge;
    }

    /// @throws dev.weir.lake.LakeUnavailable if the bucket does not answer
    ProductPlan plan(Product product, LocalDate today) {
        List<DayContents> there = contents(product.name());
        RetentionRules rules = product.retention();
        List<DayPlan> due = there.stream()
                .filter(day -> isDue(rules, day.day().date(), today))
                .map(day -> purge.plan(day, rules, today))
                .toList();
        List<DayContents> anonymous = there.stream()
                .filter(day -> rules.haveIdentitiesExpired(day.day().date(), today))
                .toList();
        return new ProductPlan(product.name(), there, due, named(product, anonymous, due), before(anonymous));
    }

    private static boolean isDue(RetentionRules rules, LocalDate received, LocalDate today) {
        return !rules.expired(received, today).isEmpty() || rules.hasBronzeExpired(received, today);
    }

    private List<DayContents> contents(String product) {
        List<LakeObject> objects = new ArrayList<>();
        List<OldVersion> versions = new ArrayList<>();
        for (String layer : List.of("bronze/", "silver/")) {
            objects.addAll(lake.list(layer + "product=" + product + "/"));
            versions.addAll(lake.oldVersions(layer + "product=" + product + "/"));
        }
        objects.addAll(lake.list("manifests/product=" + product + "/"));
        return DayContents.of(objects, versions);
    }

    private List<LakeObject> named(Product product, List<DayContents> anonymous, List<DayPlan> due) {
        Set<String> going = new HashSet<>();
        due.forEach(plan -> plan.objects().forEach(object -> going.add(object.key())));
        IdentityRemoval removal = removal(product);
        return anonymous.stream()
                .flatMap(day -> day.silver().values().stream().flatMap(List::stream))
                .filter(object -> !going.contains(object.key()))
                .filter(removal::isDue)
                .toList();
    }

    private static List<OldVersion> before(List<DayContents> anonymous) {
        return anonymous.stream()
                .flatMap(day -> day.versions().stream())
                .filter(version -> LakePlace.of(version.key())
                        .filter(LakePlace.Silver.class::isInstance)
                        .isPresent())
                .toList();
    }

    /// What removes identities from the product's silver.
    IdentityRemoval removal(Product product) {
        SilverTable table = new SilverTable(catalog.envelope(), columns.of(product.name()));
        return new IdentityRemoval(lake, table, product::mayNameOthers);
    }
}
