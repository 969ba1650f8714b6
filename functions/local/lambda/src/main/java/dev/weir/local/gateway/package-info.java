/// The HTTP API in front of the functions: API Gateway's routes, events (payload format 2.0),
/// limits and answers on a loopback port.
@NullMarked
package dev.weir.local.gateway;

import org.jspecify.annotations.NullMarked;
