@NullMarked
package dev.weir.local.template;

import org.jspecify.annotations.NullMarked;
