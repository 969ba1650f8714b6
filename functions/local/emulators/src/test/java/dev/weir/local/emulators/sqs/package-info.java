@NullMarked
package dev.weir.local.emulators.sqs;

import org.jspecify.annotations.NullMarked;
