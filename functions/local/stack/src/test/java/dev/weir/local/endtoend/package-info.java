/// The pipeline as its users meet it: from a request to rows and counts, through failures and restarts.
@NullMarked
package dev.weir.local.endtoend;

import org.jspecify.annotations.NullMarked;
