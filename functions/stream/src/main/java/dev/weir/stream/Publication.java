package dev.weir.stream;

/// Where a batch is that was published. Either way it is kept, and its sender may forget it.
public sealed interface Publication {

    /// The stream has all of it.
    record InStream(Acknowledgement acknowledgement) implements Publication {}

    /// The stream refused all or a part of it, and that part is in the surge queue, from where it goes into the stream.
    record Queued() implements Publication {}
}
