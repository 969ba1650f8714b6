/// Retention: removes every day what has been kept for as long as the catalog says, and identities from what
/// may be kept for longer than they may.
@NullMarked
package dev.weir.retention;

import org.jspecify.annotations.NullMarked;
