/// Why a bad schema never reaches a function: what people write in `schemas/` is checked as a whole at build time, and
/// compiled into one document that a cold start reads.
@NullMarked
package dev.weir.schemas.compiler;

import org.jspecify.annotations.NullMarked;
