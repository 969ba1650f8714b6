package dev.weir.collector;

import dev.weir.core.event.Credential;
import dev.weir.core.event.Objections;
import dev.weir.core.privacy.ObjectionBook;
import dev.weir.core.privacy.ObjectionEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/// Who has objected, at most a second old as long as the table answers. One item is read for that, once a second and
/// only while there are requests; the entries only when there are new ones.
///
/// While the table does not answer, the last list holds for as long as privacy requests wait for it
/// (`WEIR_OBJECTIONS_HOLD`), and no longer: then nobody may send, because nobody knows who has objected.
final class ObjectionList {

    static final Duration FRESH = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(ObjectionList.class);

    private final ObjectionTable table;
    private final Duration hold;
    private final Clock clock;
    private final ObjectionBook book = new ObjectionBook();
    private long seen;
    private Instant tried = Instant.MIN;
    private Instant read = Instant.MIN;

    /// @param hold how old the list may be where it cannot be read anew
    ObjectionList(ObjectionTable table, Duration hold, Clock clock) {
        this.table = table;
        this.hold = hold;
        this.clock = clock;
    }

    /// The objections of a credential's product and tenant; empty if the list is too old, or was never read.
    synchronized Optional<Objections> of(Credential credential) {
        Instant now = clock.instant();
        if (isOlder(tried, FRESH, now)) {
            refresh(now);
        }
        return isOlder(read, hold, now)
                ? Optional.empty()
                : Optional.of(book.of(credential.product(), credential.tenant()));
    }

    private void refresh(Instant now) {
        tried = now;
        try {
            long last = table.last();
            if (last > seen) {
                List<ObjectionEntry> entries = table.after(seen);
                book.add(entries);
                seen = last;
            }
            read = now;
        } catch (SdkException | IllegalArgumentException trouble) {
            LOG.warnf(
                    "list of objections not read reason=%s", trouble.getClass().getSimpleName());
        }
    }

    /// A clock that was set back tells nothing of an age.
    private static boolean isOlder(Instant time, Duration age, Instant now) {
        return time.isAfter(now) || !time.isAfter(now.minus(age));
    }
}
