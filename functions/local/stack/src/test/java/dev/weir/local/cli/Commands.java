package dev.weir.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Commands as people give them.
public final class Commands {

    private Commands() {}

    /// What a command that succeeds prints.
    public static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = Weir.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
        if (status != 0) {
            throw new AssertionError("exit status " + status + ": " + errors);
        }
        return out.toString();
    }
}
