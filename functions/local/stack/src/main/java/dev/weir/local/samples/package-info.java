/// Requests with the outcome each must get, sent to a running collector.
@NullMarked
package dev.weir.local.samples;

import org.jspecify.annotations.NullMarked;
