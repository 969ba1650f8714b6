package dev.weir.core.intake;

import dev.weir.core.catalog.Catalog;
import dev.weir.core.consent.Consent;
import dev.weir.core.enrich.Enricher;
import dev.weir.core.enrich.LookupTables;
import dev.weir.core.event.RawEvent;
import dev.weir.core.event.Sender;
import dev.weir.core.privacy.Objectors;
import dev.weir.core.privacy.Pii;
import dev.weir.core.privacy.PseudonymKeys;
import dev.weir.core.privacy.Pseudonyms;

/// What may be kept of an event, and in what form: the whole of it, in one sentence.
public final class Intake {

    private final Catalog catalog;
    private final Objectors objectors;
    private final Consent consent;
    private final Pii pii;
    private final Pseudonyms pseudonyms;
    private final Enricher enricher;

    /// An intake that looks nothing up.
    public Intake(Catalog catalog, PseudonymKeys keys) {
        this(catalog, keys, LookupTables.NONE);
    }

    public Intake(Catalog catalog, PseudonymKeys keys, LookupTables tables) {
        this.catalog = catalog;
        this.consent = new Consent(catalog);
        this.pseudonyms = new Pseudonyms(keys);
        this.objectors = new Objectors(pseudonyms);
        this.pii = new Pii(catalog, pseudonyms);
        this.enricher = new Enricher(tables);
    }

    /// The verdict on one event. Decides alone: nothing is stored or sent here.
    public Verdict admit(RawEvent raw, Sender sender) {
        return Verdict.of(catalog.validate(raw, sender)
                .map(event -> objectors.recognise(event, sender.objections()))
                .then(consent::enforce)
                .then(pii::strip)
                .map(pseudonyms::pseudonymise)
                .map(enricher::enrich));
    }
}
