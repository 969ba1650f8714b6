/// What may be collected: the compiled schemas, and whether an event is one of them.
@NullMarked
package dev.weir.core.catalog;

import org.jspecify.annotations.NullMarked;
