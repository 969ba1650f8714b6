package dev.weir.local.cli;

import dev.weir.local.emulators.CannotStart;
import dev.weir.local.emulators.CorruptData;
import dev.weir.local.gateway.PortInUse;
import dev.weir.local.mapping.UnreadableCheckpoint;
import dev.weir.local.template.CannotApply;
import dev.weir.schemas.scaffold.CannotScaffold;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says in one line what went wrong and what to do about it. What nobody expected comes with its trace.
final class Complaint implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception trouble, CommandLine command, ParseResult parsed) {
        String line = line(trouble);
        command.getErr().println("weir: " + line);
        if (line.equals(unexpected(trouble))) {
            trouble.printStackTrace(command.getErr());
        }
        return 1;
    }

    private static String line(Exception trouble) {
        return switch (trouble) {
            case CannotStart _, CannotApply _, PortInUse _, UnreadableCheckpoint _, CannotDo _, CannotScaffold _ ->
                message(trouble);
            case SQLException _ -> sql(message(trouble));
            case CorruptData _ ->
                message(trouble) + "; delete the folder to start afresh, or choose another with --data";
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            case ConnectException _ -> "nothing answers there; is ./weir up running?";
            default -> unexpected(trouble);
        };
    }

    private static String message(Exception trouble) {
        return String.valueOf(trouble.getMessage()).strip();
    }

    /// DuckDB says first that a statement failed, and only then why and where.
    private static String sql(String message) {
        int why = message.indexOf("\nError: ");
        return why < 0 ? message : message.substring(why + "\nError: ".length());
    }

    private static String unexpected(Exception trouble) {
        return "unexpected: " + trouble;
    }
}
