/// Puts what a throttled stream refused back into it, once it takes records again.
@NullMarked
package dev.weir.surge;

import org.jspecify.annotations.NullMarked;
