package dev.weir.local.cli;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.catalog.SilverColumns;
import dev.weir.lake.CompactionRules;
import dev.weir.lake.ExpectedLake;
import dev.weir.lake.LakeDoctor;
import dev.weir.lake.LakeFinding;
import dev.weir.local.query.FolderObjects;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Examines the lake's files.
@Command(
        name = "doctor",
        description = {
            "Look for what should not be in the lake as it is: objects that nothing knows or that are missing, overdue,"
                    + " twice or unreadable, columns and events that the catalog does not have, partitions that queries"
                    + " miss. Changes nothing; the pipeline may run or not.",
            "Prints a line for each finding: rule, object, detail; and what to do about each rule. Exit status 0 if there"
                    + " are none, 1 otherwise."
        },
        mixinStandardHelpOptions = true)
final class LakeDoctorCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        LakeDoctor doctor = new LakeDoctor(
                new FolderObjects(data.state().lake()),
                ExpectedLake.of(Catalog.load(), SilverColumns.load()),
                CompactionRules.DEFAULT,
                Clock.systemUTC());
        List<LakeFinding> findings = doctor.examine(day -> progress.println("examining " + day));
        findings.forEach(finding ->
                out.println("%-13s  %s  (%s)".formatted(label(finding.rule()), finding.where(), finding.detail())));
        findings.stream()
                .map(LakeFinding::rule)
                .distinct()
                .forEach(rule -> out.println(label(rule) + " " + rule.remedy()));
        out.println(findings.isEmpty() ? "the lake is healthy" : findings.size() + " findings");
        out.flush();
        return findings.isEmpty() ? 0 : 1;
    }

    private static String label(LakeFinding.Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
