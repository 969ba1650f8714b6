/// What follows from the compiled catalog and is never written by hand: Avro schemas, the lake's tables and views,
/// TypeScript types, and the pages that people read.
@NullMarked
package dev.weir.schemas.derived;

import org.jspecify.annotations.NullMarked;
