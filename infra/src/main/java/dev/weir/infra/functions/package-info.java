/// Every function as data: what it is packaged as, what it is told, what it may do, and what sets it going. The stacks
/// are made from these rows, and so are the tests that miss a permission.
@NullMarked
package dev.weir.infra.functions;

import org.jspecify.annotations.NullMarked;
