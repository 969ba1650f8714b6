/// Both ends of the stream: how a batch of stored events becomes a Kinesis record, how it is put there, and how a
/// consumer gets it back.
@NullMarked
package dev.weir.stream;

import org.jspecify.annotations.NullMarked;
