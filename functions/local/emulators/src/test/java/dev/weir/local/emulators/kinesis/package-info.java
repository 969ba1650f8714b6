/// The service, as the real client sees it.
@NullMarked
package dev.weir.local.emulators.kinesis;

import org.jspecify.annotations.NullMarked;
