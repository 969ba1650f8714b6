/// The launcher's commands: one door for people.
@NullMarked
package dev.weir.local.cli;

import org.jspecify.annotations.NullMarked;
