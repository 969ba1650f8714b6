package dev.weir.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The requests and what was done for them, in a table. Methods throw [TableUnavailable] when it cannot be asked.
interface Requests {

    /// Keeps a new request, to be worked on from a time on.
    void add(Request request, Instant from);

    Optional<Request> find(String id);

    /// Those to be worked on now, oldest first.
    List<Request> due(Instant now);

    /// All that are not closed, oldest first.
    List<Request> open();

    /// Keeps a request as it is now, to be worked on again from a time on.
    void update(Request request, Instant from);

    /// Keeps a request as it is now, without a change of when it is worked on.
    void change(Request request);

    /// Keeps a request that nothing more is to be done for, and forgets what it has changed.
    void close(Request request);

    /// Keeps what a request changes, in place of what was known of the same change.
    void note(String id, Change change);

    List<Change> changes(String id);
}
