/// In what form an event may be kept: personal data out, identifiers pseudonymised.
@NullMarked
package dev.weir.core.privacy;

import org.jspecify.annotations.NullMarked;
