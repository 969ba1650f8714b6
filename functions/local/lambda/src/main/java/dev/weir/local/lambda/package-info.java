/// Runs the packaged functions as child processes behind a Lambda Runtime API, so that what runs
/// on one machine is what is deployed.
@NullMarked
package dev.weir.local.lambda;

import org.jspecify.annotations.NullMarked;
