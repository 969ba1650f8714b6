/// Kinesis on one machine, because nobody publishes one as a library: its protocol, its limits, and logs on disk that
/// survive a kill.
@NullMarked
package dev.weir.local.emulators.kinesis;

import org.jspecify.annotations.NullMarked;
