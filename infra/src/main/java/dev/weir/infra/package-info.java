/// Writes the templates of an environment.
@NullMarked
package dev.weir.infra;

import org.jspecify.annotations.NullMarked;
