package dev.weir.core.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.core.event.Header;
import dev.weir.core.event.Identities;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.PrivacyClass;
import dev.weir.core.event.Pseudonym;
import dev.weir.core.event.Receipt;
import dev.weir.core.event.Redaction;
import dev.weir.core.event.Surroundings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Replaces identifiers by HMAC-SHA256 (RFC 2104) of them, truncated to 16 bytes, under a key of their product and
/// tenant: the same person is the same pseudonym within a tenant, and not across tenants. A plain or salted hash would
/// fall to enumeration; this falls only with the key.
///
/// Safe for use by several threads.
public final class Pseudonyms {

    private final PseudonymKeys keys;
    private final ScopeKeys scopes;

    public Pseudonyms(PseudonymKeys keys) {
        this.keys = keys;
        this.scopes = new ScopeKeys(keys);
    }

    /// The event with pseudonyms in place of its identifiers: in the envelope, in its properties, and wherever else in
    /// the event they are.
    public PseudonymousEvent pseudonymise(StrippedEvent event) {
        PropertyNames names = new PropertyNames(
                names(event.header()), new Trail(event.envelope().propertiesAt()));
        Map<IdentityKind, Pseudonym> byKind = new EnumMap<>(IdentityKind.class);
        event.envelope().identities().byKind().forEach((kind, id) -> byKind.put(kind, names.learn(kind.label(), id)));
        ObjectNode properties = names.named(event.properties(), event.policy().properties());
        List<Redaction> redactions = new ArrayList<>(event.receipt().redactions());
        redactions.addAll(names.redactions());
        Surroundings surroundings = named(event.envelope().surroundings(), names, redactions);
        Receipt receipt = event.receipt();
        return new PseudonymousEvent(
                event.header(),
                new Identities(byKind, keys.current()),
                surroundings,
                new Receipt(receipt.decision(), receipt.tags(), redactions, receipt.retention(), receipt.policy()),
                properties);
    }

    /// What an identifier is called under every version of the key, the current one first: whoever erases a person's
    /// events, or hands them out, looks for all of them.
    ///
    /// @param rawId as it was sent, a number in decimal digits
    public List<Pseudonym> allVersions(String product, String tenant, IdentityKind kind, String rawId) {
        return underEveryKey(product, tenant, kind.label(), rawId);
    }

    List<Pseudonym> underEveryKey(String product, String tenant, String kind, String rawId) {
        return keys.versions().stream()
                .map(version -> scopes.names(version, product, tenant).name(kind, rawId))
                .toList();
    }

    Names names(Header header) {
        return scopes.names(
                keys.current(), header.type().product(), header.origin().tenant());
    }

    private static Surroundings named(Surroundings surroundings, PropertyNames names, List<Redaction> redactions) {
        Map<String, String> context = new TreeMap<>();
        surroundings.context().forEach((field, value) -> {
            String named = names.inContext(value);
            if (!named.equals(value)) {
                redactions.add(new Redaction("/" + field, PrivacyClass.IDENTIFIER.label(), Redaction.Action.HASHED));
            }
            context.put(field, named);
        });
        return new Surroundings(context, surroundings.address(), surroundings.traits());
    }
}
