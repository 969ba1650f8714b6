package dev.weir.core.event;

import java.util.Map;

/// What a credential says of the person who holds it, beside who it is. A write key says nothing.
///
/// @param consent what the person agreed to or withdrew, as far as the issuer knows
/// @param context stored context fields, such as the subscription tier or the device type
/// @param identities who the person is, as far as the credential proves it
/// @param kids whether the profile is a child's
public record Claims(ConsentSignals consent, Map<String, String> context, RawIdentities identities, boolean kids) {

    public static final Claims NONE = new Claims(new ConsentSignals(Map.of()), Map.of(), false);

    /// Claims that prove nobody.
    public Claims(ConsentSignals consent, Map<String, String> context, boolean kids) {
        this(consent, context, new RawIdentities(Map.of()), kids);
    }

    public Claims {
        context = Map.copyOf(context);
    }

    @Override
    public String toString() {
        return "Claims[redacted]";
    }
}
