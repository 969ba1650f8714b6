package dev.weir.collector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.event.Credential;
import dev.weir.core.event.Source;
import dev.weir.core.intake.WriteKeys;
import java.net.URI;
import java.util.Set;

/// An issuer whose access tokens are taken, for some audiences: how they are verified, and what they prove.
///
/// @param name as in the tokens' `iss`
/// @param keys URL of its JSON Web Key Set
record Issuer(String name, Set<String> audiences, URI keys, Set<SigningAlgorithm> algorithms, Grant grant) {

    Issuer {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
    }

    /// What a token that is verified proves.
    record Grant(String product, TenantRule tenant, Source source, Set<String> origins, ClaimPlaces claims) {

        Grant {
            origins = Set.copyOf(origins);
        }
    }

    /// @param token claims of a token that is verified
    /// @throws BadToken if a claim that counts has another form
    Caller caller(JsonNode token) throws BadToken {
        Credential credential = new Credential(grant.product(), grant.tenant().of(token), grant.source());
        String keyId = WriteKeys.hash(name + "\n" + credential.product() + "\n" + credential.tenant());
        return new Caller(credential, grant.claims().read(token), keyId, grant.origins());
    }
}
