/// How the cost of processes is read.
@NullMarked
package dev.weir.local.cost;

import org.jspecify.annotations.NullMarked;
