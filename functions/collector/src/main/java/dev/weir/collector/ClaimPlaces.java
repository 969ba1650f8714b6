package dev.weir.collector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.Claims;
import dev.weir.core.event.ConsentSignals;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Purpose;
import dev.weir.core.event.RawIdentities;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an issuer's tokens say what we ask of a person. A claim that is absent or null says nothing; one of another
/// type than is needed makes the token worthless, for what it means must not be guessed.
///
/// @param identities none where the issuer's tokens are not held against who events are of
/// @param kids absent where the issuer does not tell children's profiles apart
record ClaimPlaces(
        Map<Purpose, JsonPointer> consent,
        Map<String, JsonPointer> context,
        Map<IdentityKind, JsonPointer> identities,
        @Nullable JsonPointer kids) {

    static final int MOST_CHARACTERS = 64;
    static final int MOST_OF_AN_ID = 256;

    ClaimPlaces {
        consent = Map.copyOf(consent);
        context = Map.copyOf(context);
        identities = Map.copyOf(identities);
    }

    /// @throws BadToken if a claim is of another type, which names its place
    Claims read(JsonNode token) throws BadToken {
        Map<Purpose, Boolean> decided = new HashMap<>();
        for (Map.Entry<Purpose, JsonPointer> place : consent.entrySet()) {
            if (isThere(token.at(place.getValue()))) {
                decided.put(place.getKey(), flag(token, place.getValue()));
            }
        }
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonPointer> place : context.entrySet()) {
            if (isThere(token.at(place.getValue()))) {
                fields.put(place.getKey(), text(token, place.getValue(), MOST_CHARACTERS));
            }
        }
        Map<IdentityKind, String> proven = new EnumMap<>(IdentityKind.class);
        for (Map.Entry<IdentityKind, JsonPointer> place : identities.entrySet()) {
            if (isThere(token.at(place.getValue()))) {
                proven.put(place.getKey(), text(token, place.getValue(), MOST_OF_AN_ID));
            }
        }
        boolean child = kids != null && isThere(token.at(kids)) && flag(token, kids);
        return new Claims(new ConsentSignals(decided), fields, new RawIdentities(proven), child);
    }

    private static boolean isThere(JsonNode claim) {
        return !claim.isMissingNode() && !claim.isNull();
    }

    private static boolean flag(JsonNode token, JsonPointer place) throws BadToken {
        JsonNode claim = token.at(place);
        if (!claim.isBoolean()) {
            throw new BadToken("the claim " + place + " must be true or false");
        }
        return claim.booleanValue();
    }

    private static String text(JsonNode token, JsonPointer place, int most) throws BadToken {
        JsonNode claim = token.at(place);
        if (!claim.isTextual()
                || claim.textValue().isBlank()
                || claim.textValue().length() > most) {
            throw new BadToken("the claim " + place + " must be a string of 1 to " + most + " characters");
        }
        return claim.textValue();
    }
}
