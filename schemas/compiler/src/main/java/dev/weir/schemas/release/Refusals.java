package dev.weir.schemas.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is said of changes that are not allowed. A change of a shared type is said once, however many events it breaks.
record Refusals(Origins origins) {

    private static final int NAMED = 3;

    List<Finding> of(List<Change> refused) {
        List<Finding> findings = new ArrayList<>();
        Map<Finding, List<String>> shared = new LinkedHashMap<>();
        for (Change change : refused) {
            At origin = origins.of(change.at());
            if (origin.file().equals(change.at().file()) || change.weight() == Kind.Weight.LOGGED) {
                findings.add(finding(change.at(), change.rule(), change.remedy()));
            } else {
                shared.computeIfAbsent(shared(origin, change), _ -> new ArrayList<>())
                        .add(change.scope().name().replace(": ", ""));
            }
        }
        shared.forEach((finding, versions) -> findings.add(new Finding(
                finding.file(), finding.pointer(), finding.rule() + ", in " + list(versions), finding.remedy())));
        return List.copyOf(findings);
    }

    private static Finding shared(At origin, Change change) {
        return finding(
                origin,
                (change.kind().label() + ", " + change.detail()).replaceAll(", $", ""),
                "undo it; what is to differ goes into a type beside this one, for new versions to refer to");
    }

    private static Finding finding(At at, String rule, String remedy) {
        return new Finding(at.file(), at.pointer(), rule, remedy);
    }

    private static String list(List<String> versions) {
        List<String> all = versions.stream().distinct().toList();
        String named = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED ? named : named + " and " + (all.size() - NAMED) + " more";
    }
}
