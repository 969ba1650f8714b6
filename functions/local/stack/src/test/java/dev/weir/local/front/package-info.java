/// What stands before services in tests, and knows what they are asked.
@NullMarked
package dev.weir.local.front;

import org.jspecify.annotations.NullMarked;
