package dev.weir.lake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an object of the lake belongs, as its name says. What is called otherwise is none of ours.
public sealed interface LakePlace {

    LakeDay day();

    record Bronze(LakeDay day) implements LakePlace {}

    record Silver(LakeDay day, String retention) implements LakePlace {}

    record DayManifest(LakeDay day) implements LakePlace {}

    /// The place of a name; empty for names that nobody here gives.
    static Optional<LakePlace> of(String key) {
        for (Layer layer : Layer.values()) {
            Matcher name = layer.name.matcher(key);
            if (name.matches()) {
                return layer.place(name);
            }
        }
        return Optional.empty();
    }

    /// The names that each layer gives.
    enum Layer {
        BRONZE("bronze/product=([a-z0-9][a-z0-9_-]{0,63})/dt=(\\d{4}-\\d\\d-\\d\\d)/hour=(?:[01]\\d|2[0-3])"
                + "/[^/]+\\.parquet"),
        SILVER("silver/product=([a-z0-9][a-z0-9_-]{0,63})/retention=([a-z0-9][a-z0-9_-]{0,63})"
                + "/dt=(\\d{4}-\\d\\d-\\d\\d)/[^/]+\\.parquet"),
        MANIFEST("manifests/product=([a-z0-9][a-z0-9_-]{0,63})/dt=(\\d{4}-\\d\\d-\\d\\d)/manifest\\.json");

        private final Pattern name;

        Layer(String name) {
            this.name = Pattern.compile(name);
        }

        private Optional<LakePlace> place(Matcher name) {
            try {
                LakeDay day = new LakeDay(name.group(1), LocalDate.parse(name.group(name.groupCount())));
                return Optional.of(
                        switch (this) {
                            case BRONZE -> new Bronze(day);
                            case SILVER -> new Silver(day, name.group(2));
                            case MANIFEST -> new DayManifest(day);
                        });
            } catch (DateTimeException | IllegalArgumentException noDay) {
                return Optional.empty();
            }
        }
    }
}
