/// The compactor: merges the small objects of bronze into silver, hourly and daily, so that queries are
/// cheap and each event is there once.
@NullMarked
package dev.weir.compactor;

import org.jspecify.annotations.NullMarked;
