/// Parquet on S3: where an event lands, so that every event of the stream is there once, and can be found again.
@NullMarked
package dev.weir.lake;

import org.jspecify.annotations.NullMarked;
