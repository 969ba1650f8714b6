package dev.weir.lake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The events that a product's servers received on one day, UTC: what is compacted as one.
public record LakeDay(String product, LocalDate date) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Pattern FOLDER = Pattern.compile(".*/dt=(\\d{4}-\\d{2}-\\d{2})/");

    /// @throws IllegalArgumentException if the product's name or the year cannot be part of a prefix
    public LakeDay {
        requireLabel(product, "product's name");
        if (date.getYear() < 1970 || date.getYear() > 9999) {
            throw new IllegalArgumentException("no day of the lake is in the year " + date.getYear());
        }
    }

    /// The folder of a product's days in bronze.
    public static String bronzeOf(String product) {
        return "bronze/product=" + requireLabel(product, "product's name") + "/";
    }

    /// The folder of a product's days in the manifests.
    public static String manifestsOf(String product) {
        return "manifests/product=" + requireLabel(product, "product's name") + "/";
    }

    /// The day that a folder is of; empty for other folders.
    public static Optional<LakeDay> ofFolder(String product, String folder) {
        return Optional.of(FOLDER.matcher(folder))
                .filter(Matcher::matches)
                .map(name -> new LakeDay(product, LocalDate.parse(name.group(1))));
    }

    /// What the names of its bronze objects start with.
    public String bronze() {
        return bronzeOf(product) + "dt=" + date + "/";
    }

    /// What the names of its silver objects of one retention class start with.
    ///
    /// @throws IllegalArgumentException if the class cannot be part of a prefix
    public String silver(String retention) {
        return "silver/product=%s/retention=%s/dt=%s/"
                .formatted(product, requireLabel(retention, "retention class"), date);
    }

    /// The name of the manifest.
    public String manifest() {
        return manifestsOf(product) + "dt=" + date + "/manifest.json";
    }

    private static String requireLabel(String label, String what) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException(what + " cannot be part of an object's name");
        }
        return label;
    }

    @Override
    public String toString() {
        return product + " " + date;
    }
}
