/// The lake as Athena reads it: Trino, with the statements that ship, over files of every generation.
@NullMarked
package dev.weir.local.trino;

import org.jspecify.annotations.NullMarked;
