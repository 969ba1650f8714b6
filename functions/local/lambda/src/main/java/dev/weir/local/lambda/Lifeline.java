package dev.weir.local.lambda;

import java.util.ArrayList;
import java.util.List;

/// Ties a child's life to the launcher's, however the launcher ends.
///
/// The child's standard input is a pipe that only the launcher holds the other end of. A watcher in
/// the background reads it: when the launcher is gone, SIGKILL included, the read ends and the watcher kills
/// the child, if that is still the watcher's parent: the process id of a child that ended first may be
/// another's by now. The child itself replaces the shell, so that its process id is the one that was
/// started. An interrupt from the terminal reaches the whole process group; it is the launcher that
/// acts on it, so the child ignores it.
final class Lifeline {

    private static final String SCRIPT = """
            trap '' INT HUP
            exec 3<&0
            watcher() {
              exec /bin/sh -c '
                read -r _
                [ $(ps -o ppid= -p $$) = "$1" ] && kill -9 "$1"
              ' watcher $$ <&3 >/dev/null 2>&1
            }
            watcher &
            exec "$@" 3<&- </dev/null
            """;

    private Lifeline() {}

    static List<String> tie(List<String> command) {
        List<String> tied = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "function"));
        tied.addAll(command);
        return tied;
    }
}
