/// A new event or product begins as files that pass every check, so that what is left to write is what only its owner
/// knows.
@NullMarked
package dev.weir.schemas.scaffold;

import org.jspecify.annotations.NullMarked;
