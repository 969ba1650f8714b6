/// What the hot paths cost, in CPU time per operation. Nothing here is shipped.
@NullMarked
package dev.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
