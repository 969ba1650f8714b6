/// What the packaged functions cost as native executables and in JVMs, measured side by side in the local stack.
@NullMarked
package dev.weir.local.cost;

import org.jspecify.annotations.NullMarked;
