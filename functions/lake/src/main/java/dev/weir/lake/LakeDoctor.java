package dev.weir.lake;

import dev.weir.lake.LakeFinding.Rule;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Examines a lake, and changes nothing. What it says holds for a lake that is at rest: a compactor that is at work has
/// objects that no manifest knows yet, and those are given the time that cleaning gives them.
public final class LakeDoctor {

    private static final Pattern BRONZE = Pattern.compile(
            "bronze/product=([^/]+)/dt=([0-9-]{10})/hour=(?:[01]\\d|2[0-3])/[A-Za-z0-9_.-]+-\\d{56,}\\.parquet");
    private static final Pattern SILVER =
            Pattern.compile("silver/product=([^/]+)/retention=[^/]+/dt=([0-9-]{10})/[^/]+\\.parquet");
    private static final Pattern MANIFEST =
            Pattern.compile("manifests/product=([^/]+)/dt=([0-9-]{10})/manifest\\.json");

    private final LakeObjects lake;
    private final ExpectedLake expected;
    private final CompactionRules rules;
    private final Clock clock;

    public LakeDoctor(LakeObjects lake, ExpectedLake expected, CompactionRules rules, Clock clock) {
        this.lake = lake;
        this.expected = expected;
        this.rules = rules;
        this.clock = clock;
    }

    /// The objects of a day.
    record DayObjects(List<LakeObject> bronze, List<LakeObject> silver) {}

    /// Everything that is found, day by day.
    ///
    /// @param progress told each day that is begun
    /// @throws LakeUnavailable if the bucket does not answer
    public List<LakeFinding> examine(Consumer<LakeDay> progress) {
        List<LakeFinding> findings = new ArrayList<>();
        Map<String, DayObjects> days = new TreeMap<>();
        for (LakeObject object : lake.list("")) {
            if (!file(object, days) && !Bookkeeping.has(object.key())) {
                findings.add(new LakeFinding(Rule.STRAY, object.key(), object.size() + " bytes"));
            }
        }
        days.forEach((name, objects) -> {
            int end = name.lastIndexOf('/');
            LakeDay day = new LakeDay(name.substring(0, end), LocalDate.parse(name.substring(end + 1)));
            progress.accept(day);
            DayExamination.Lake today = new DayExamination.Lake(lake, expected, rules, clock.instant());
            findings.addAll(new DayExamination(today, day, objects).findings());
        });
        return findings;
    }

    /// Puts an object to its day; whether it has one.
    private static boolean file(LakeObject object, Map<String, DayObjects> days) {
        for (Pattern kind : List.of(BRONZE, SILVER, MANIFEST)) {
            Matcher name = kind.matcher(object.key());
            if (name.matches() && isDay(name.group(1), name.group(2))) {
                DayObjects day = days.computeIfAbsent(
                        name.group(1) + "/" + name.group(2),
                        unseen -> new DayObjects(new ArrayList<>(), new ArrayList<>()));
                if (kind.equals(BRONZE)) {
                    day.bronze().add(object);
                } else if (kind.equals(SILVER)) {
                    day.silver().add(object);
                }
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(String product, String date) {
        try {
            return !new LakeDay(product, LocalDate.parse(date)).bronze().isEmpty();
        } catch (DateTimeException | IllegalArgumentException none) {
            return false;
        }
    }
}
