package dev.weir.privacy;

import dev.weir.core.event.StoredEvent;
import dev.weir.lake.Sought;
import dev.weir.stream.Decoded;
import dev.weir.stream.RecordCodec;
import dev.weir.stream.RecordTooLarge;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the events of some people of a product out of records of the stream.
record RecordEraser(RecordCodec codec, String product, List<Sought> sought) {

    Count counting() {
        return new Count();
    }

    /// Counts what was taken out of one document.
    final class Count {

        private long events;
        private long unreadable;

        long events() {
            return events;
        }

        long unreadable() {
            return unreadable;
        }

        boolean isNothing() {
            return events == 0 && unreadable == 0;
        }

        /// What is left of a record in base64; null if nothing is.
        byte @Nullable [] erase(String base64) {
            byte[] record;
            try {
                record = Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException unreadableText) {
                unreadable++;
                return null;
            }
            return switch (codec.decode(record)) {
                case Decoded.Batch batch -> erase(record, batch.events());
                case Decoded.Poison poison -> {
                    unreadable++;
                    yield null;
                }
            };
        }

        private byte @Nullable [] erase(byte[] record, List<StoredEvent> all) {
            List<StoredEvent> left =
                    all.stream().filter(event -> !isMeant(event)).toList();
            events += all.size() - left.size();
            if (left.size() == all.size()) {
                return record;
            }
            try {
                return left.isEmpty() ? null : codec.encode(left);
            } catch (RecordTooLarge impossible) {
                throw new IllegalStateException("a part of a record is larger than the record", impossible);
            }
        }

        private boolean isMeant(StoredEvent event) {
            return event.header().type().product().equals(product)
                    && sought.stream().anyMatch(person -> person.isOf(event));
        }
    }
}
