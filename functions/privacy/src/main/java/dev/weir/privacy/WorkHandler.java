package dev.weir.privacy;

import io.quarkus.funqy.Funq;
import java.util.Map;

/// The function `work`, on schedule: does what is due of the requests. At most one may run at a time.
public class WorkHandler {

    private final Worker worker;

    WorkHandler(Worker worker) {
        this.worker = worker;
    }

    @Funq("work")
    public Map<String, Integer> work() {
        return Map.of("requests", worker.run());
    }
}
