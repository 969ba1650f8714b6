/// What an operator decides for one environment, checked before anything is made of it.
@NullMarked
package dev.weir.infra.environment;

import org.jspecify.annotations.NullMarked;
