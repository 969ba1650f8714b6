package dev.weir.counters;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import dev.weir.stream.ShardBatches;
import io.quarkus.funqy.Funq;

/// The function `count`: a batch of the stream's records in, nothing out. If it fails, the whole batch is to be
/// retried.
public class CountHandler {

    private final BatchCounter counter;

    CountHandler(BatchCounter counter) {
        this.counter = counter;
    }

    @Funq("count")
    public void count(KinesisEvent event) {
        ShardBatches.of(event).forEach(counter::count);
    }
}
