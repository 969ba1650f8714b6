/// The service, as the real client sees it.
@NullMarked
package dev.weir.local.emulators.dynamodb;

import org.jspecify.annotations.NullMarked;
