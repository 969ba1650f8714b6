/// Privacy requests: takes them, keeps to their time, and erases people from everything that is stored, with evidence.
@NullMarked
package dev.weir.privacy;

import org.jspecify.annotations.NullMarked;
