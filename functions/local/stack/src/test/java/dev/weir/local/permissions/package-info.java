/// What functions do, seen on the wire, beside what their roles allow.
@NullMarked
package dev.weir.local.permissions;

import org.jspecify.annotations.NullMarked;
