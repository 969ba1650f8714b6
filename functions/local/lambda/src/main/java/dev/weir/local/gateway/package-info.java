/// The API in front of the functions: API Gateway's routes, events (payload format 2.0, or 1.0 where it stands in for a
/// REST API), limits and answers on a loopback port.
@NullMarked
package dev.weir.local.gateway;

import org.jspecify.annotations.NullMarked;
