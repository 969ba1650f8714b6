package dev.weir.counters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.stream.FailedBatch;
import io.quarkus.funqy.Funq;
import java.util.Map;
import org.jboss.logging.Logger;

/// The function `recount`: the report of a batch that the function `count` gave up in, how many additions to counters
/// were `counted` now and were `already_there` out. It fails if the report is none, or not all of it is counted.
public class RecountHandler {

    private static final Logger LOG = Logger.getLogger(RecountHandler.class);

    private final BatchCounter counter;

    RecountHandler(BatchCounter counter) {
        this.counter = counter;
    }

    @Funq("recount")
    public Map<String, Long> recount(JsonNode report) {
        FailedBatch failed = FailedBatch.read(report);
        Recount.Counted counted = switch (counter.recount(failed)) {
            case Recount.Counted some -> some;
            case Recount.HadEnded _ -> new Recount.Counted(0, 0);
        };
        LOG.infof(
                "recounted shardId=%s sequenceNumber=%s events=%d alreadyThere=%d",
                failed.batch().shardId(), failed.first(), counted.events(), counted.alreadyThere());
        return Map.of("counted", counted.events(), "already_there", counted.alreadyThere());
    }
}
