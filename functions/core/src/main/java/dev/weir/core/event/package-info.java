/// The vocabulary of every room: what an event is, who sent it, and what became of it.
@NullMarked
package dev.weir.core.event;

import org.jspecify.annotations.NullMarked;
