package dev.weir.core.catalog;

import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PrivacyClass;
import org.jspecify.annotations.Nullable;

/// What may be done with a property of an event.
///
/// @param identity which identity an identifier belongs to, where it is one that the envelope knows too
public record PropertyPolicy(PrivacyClass privacy, @Nullable IdentityKind identity) {}
