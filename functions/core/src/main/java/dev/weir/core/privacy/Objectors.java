package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.core.catalog.PropertyPolicy;
import dev.weir.core.catalog.ValidEvent;
import dev.weir.core.event.Header;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.Objection;
import dev.weir.core.event.Objections;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.RawIdentities;
import java.util.Map;

/// Recognises the events of those who have objected: by the identities of the envelope, and by the identifiers that the
/// catalog declares in the properties, under every version of the key. Where nobody has objected, nothing is looked up.
public final class Objectors {

    private final Pseudonyms pseudonyms;

    public Objectors(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /// The event, with what its people have objected to among their wishes. Where it names several, the strictest
    /// counts.
    public ValidEvent recognise(ValidEvent event, Objections objections) {
        if (objections.isEmpty()) {
            return event;
        }
        Search search = new Search(event.header(), objections);
        search.identities(event.envelope().identities());
        search.properties(event.properties(), event.policy().properties());
        return event.with(event.envelope().with(event.envelope().wishes().with(search.found)));
    }

    private final class Search {

        private final Header header;
        private final Objections objections;
        private Objection found;

        Search(Header header, Objections objections) {
            this.header = header;
            this.objections = objections;
            this.found = objections.ofAll();
        }

        void identities(RawIdentities identities) {
            identities.byKind().forEach((kind, id) -> named(kind.label(), id));
        }

        void properties(JsonNode members, Map<String, PropertyPolicy> policies) {
            members.forEachEntry((key, value) -> {
                PropertyPolicy policy = policies.get(key);
                if (policy != null) {
                    property(key, value, policy);
                }
            });
        }

        private void property(String key, JsonNode value, PropertyPolicy policy) {
            if (value.isArray()) {
                value.forEach(item -> property(key, item, policy));
            } else if (policy.privacy() == PrivacyClass.IDENTIFIER) {
                IdentityKind identity = policy.identity();
                if (value.isTextual() || value.isNumber()) {
                    named(identity == null ? key : identity.label(), RawIdentities.canonical(value));
                }
            } else if (policy.members() instanceof PropertyPolicy.Members.Declared(var byName)) {
                properties(value, byName);
            }
        }

        private void named(String kind, String id) {
            String product = header.type().product();
            String tenant = header.origin().tenant();
            for (Pseudonym name : pseudonyms.underEveryKey(product, tenant, kind, id)) {
                found = found.and(objections.of(name));
            }
        }
    }
}
