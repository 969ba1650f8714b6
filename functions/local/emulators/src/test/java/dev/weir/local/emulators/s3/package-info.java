/// The service, as the real client sees it.
@NullMarked
package dev.weir.local.emulators.s3;

import org.jspecify.annotations.NullMarked;
