/// DynamoDB on one machine: its maker's own emulator, kept apart from everyone else's libraries.
@NullMarked
package dev.weir.local.emulators.dynamodb;

import org.jspecify.annotations.NullMarked;
