/// The pipeline put together on one machine: services, functions, mappings and routes, as a deployment has them.
@NullMarked
package dev.weir.local.stack;

import org.jspecify.annotations.NullMarked;
