package dev.weir.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Does what is due: objections first, which are quick; then erasures, together by product; then files that are handed
/// out, so that nobody who is erased is in them. A run ends by itself before its time is over. Whatever ends it, the
/// next one goes on. What goes wrong with one product or file does not keep the others from being worked on; the run
/// fails when all have had their turn.
final class Worker {

    private final Requests requests;
    private final Objecting objecting;
    private final Erasing erasing;
    private final Exporting exporting;
    private final Timing timing;

    Worker(Requests requests, Objecting objecting, Erasing erasing, Exporting exporting, Timing timing) {
        this.requests = requests;
        this.objecting = objecting;
        this.erasing = erasing;
        this.exporting = exporting;
        this.timing = timing;
    }

    record Timing(Times times, Clock clock) {}

    /// How many requests were due.
    ///
    /// @throws RuntimeException the first trouble that there was, with all others
    int run() {
        Troubles troubles = new Troubles();
        Deadline deadline = Deadline.in(timing.times().run(), timing.clock());
        Instant now = timing.clock().instant();
        List<Request> due = requests.due(now);
        due.forEach(request -> Overdue.tell(request, now));
        due.stream()
                .filter(request -> request.type().isObjection())
                .forEach(request -> troubles.in(() -> objecting.work(request)));
        erasures(due).forEach((product, batch) -> {
            if (!deadline.hasPassed()) {
                troubles.in(() -> erasing.work(product, batch, deadline));
            }
        });
        for (Request request : due) {
            if (request.type().isExport() && !deadline.hasPassed()) {
                troubles.in(() -> requests.find(request.id()).ifPresent(current -> exporting.work(current, deadline)));
            }
        }
        troubles.end();
        return due.size();
    }

    private static Map<String, List<Request>> erasures(List<Request> due) {
        return due.stream()
                .filter(request -> request.type() == RequestType.ERASURE)
                .collect(
                        Collectors.groupingBy(request -> request.grant().product(), TreeMap::new, Collectors.toList()));
    }
}
