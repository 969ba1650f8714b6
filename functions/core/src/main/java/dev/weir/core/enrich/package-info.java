/// What an event learns at the door before the means to learn it are thrown away.
@NullMarked
package dev.weir.core.enrich;

import org.jspecify.annotations.NullMarked;
