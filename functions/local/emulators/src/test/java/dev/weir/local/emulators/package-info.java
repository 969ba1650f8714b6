/// What the tests of all services share.
@NullMarked
package dev.weir.local.emulators;

import org.jspecify.annotations.NullMarked;
