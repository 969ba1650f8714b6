/// SQL over the lake on a laptop.
@NullMarked
package dev.weir.local.query;

import org.jspecify.annotations.NullMarked;
