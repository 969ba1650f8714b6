package dev.weir.collector;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/// What the function logs from now on, stack traces included.
final class Log extends ExtHandler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Log() {
        setFormatter(new PatternFormatter("%p %c %s%e%n"));
    }

    static Log listen() {
        Log log = new Log();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(getFormatter().format(ExtLogRecord.wrap(record)));
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
