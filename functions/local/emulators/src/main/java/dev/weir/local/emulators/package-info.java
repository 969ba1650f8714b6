/// What the embedded services share: isolation from each other's libraries, and how they refuse to start.
@NullMarked
package dev.weir.local.emulators;

import org.jspecify.annotations.NullMarked;
