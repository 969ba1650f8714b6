/// The collector: takes batches of events over HTTP, has them judged by `core`, and hands what may be kept to the
/// stream before it says so.
@NullMarked
package dev.weir.collector;

import org.jspecify.annotations.NullMarked;
