/// Why what was released can be relied on: a catalog is compared with the released set, and a change that senders,
/// readers or the people in the data were promised not to see is found before it is built.
@NullMarked
package dev.weir.schemas.release;

import org.jspecify.annotations.NullMarked;
