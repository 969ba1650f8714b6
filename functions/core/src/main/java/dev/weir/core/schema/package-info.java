/// Schemas made into checks that decide quickly what is certainly right; what they doubt, a validator decides.
@NullMarked
package dev.weir.core.schema;

import org.jspecify.annotations.NullMarked;
