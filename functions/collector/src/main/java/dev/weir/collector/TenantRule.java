package dev.weir.collector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Which tenant the holders of an issuer's tokens belong to.
sealed interface TenantRule {

    /// The tenant of a token's holder.
    ///
    /// @throws BadToken if the token does not say, or not in the form of a tenant's name
    String of(JsonNode token) throws BadToken;

    /// All of them to the same.
    record Fixed(String tenant) implements TenantRule {

        public Fixed {
            if (!isName(tenant)) {
                throw new IllegalArgumentException("'tenant' must be a name: " + FORM);
            }
        }

        @Override
        public String of(JsonNode token) {
            return tenant;
        }
    }

    /// To the one that the token names.
    record Claimed(JsonPointer place) implements TenantRule {

        @Override
        public String of(JsonNode token) throws BadToken {
            @Nullable String tenant = token.at(place).textValue();
            if (tenant == null || !isName(tenant)) {
                throw new BadToken("the claim " + place + " must name a tenant: " + FORM);
            }
            return tenant;
        }
    }

    String FORM = "1 to 128 of A-Z a-z 0-9 _ . : -";

    private static boolean isName(String tenant) {
        return tenant.matches("[A-Za-z0-9_.:-]{1,128}");
    }
}
