package dev.weir.surge;

import dev.weir.stream.SurgeDrain;
import dev.weir.stream.SurgeDrain.Drained;
import org.jboss.logging.Logger;

/// What becomes of messages, and what the log says of it. Alarms count these lines.
final class Surge {

    private static final Logger LOG = Logger.getLogger(Surge.class);

    private final SurgeDrain drain;

    Surge(SurgeDrain drain) {
        this.drain = drain;
    }

    /// Whether the message must stay in the queue: it comes again, and in the end goes to the dead letters.
    boolean keeps(String messageId, String body) {
        return switch (drain.drain(body)) {
            case Drained.Published _ -> {
                LOG.infof("drained messageId=%s", messageId);
                yield false;
            }
            case Drained.Refused(String reason) -> {
                LOG.warnf("not drained messageId=%s reason=%s", messageId, reason);
                yield true;
            }
            case Drained.Unreadable _ -> {
                LOG.errorf("not drained messageId=%s reason=unreadable", messageId);
                yield true;
            }
            case Drained.Expired _ -> {
                LOG.errorf("expired messageId=%s", messageId);
                yield false;
            }
        };
    }
}
