package dev.weir.local.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process has used, as Linux counts it (proc(5)): CPU time of all its threads, user and system, in
/// milliseconds, in steps of ten; and resident memory in megabytes.
record ProcessCost(long cpuMs, double residentMb) {

    /// Linux tells programs of ticks of this length, whatever its own clock does.
    private static final int TICK_MS = 10;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    /// @throws IOException if there is no such process, or this is not Linux
    static ProcessCost of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        return parse(Files.readString(process.resolve("stat")), Files.readString(process.resolve("status")));
    }

    /// The name of a program may have blanks and brackets in it, so fields are counted from the last bracket on.
    static ProcessCost parse(String stat, String status) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        double kilobytes = status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        return new ProcessCost(ticks * TICK_MS, kilobytes / 1024);
    }
}
