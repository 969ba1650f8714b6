/// Whether an event may be kept, given what its person agreed to.
@NullMarked
package dev.weir.core.consent;

import org.jspecify.annotations.NullMarked;
