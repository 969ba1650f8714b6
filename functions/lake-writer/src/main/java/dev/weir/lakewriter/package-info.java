/// The lake-writer: consumes the stream and leaves every event in bronze exactly once, every poison record in
/// quarantine.
@NullMarked
package dev.weir.lakewriter;

import org.jspecify.annotations.NullMarked;
