/// SQS on one machine: standard queues with visibility, retention and dead letters, kept in files.
@NullMarked
package dev.weir.local.emulators.sqs;

import org.jspecify.annotations.NullMarked;
