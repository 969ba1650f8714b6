/// Event source mappings for Kinesis: reads shards, batches, invokes, retries, bisects and
/// checkpoints as Lambda does, because the functions' promises rest on exactly that.
@NullMarked
package dev.weir.local.mapping;

import org.jspecify.annotations.NullMarked;
