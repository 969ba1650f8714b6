package dev.weir.schemas.release;

import static dev.weir.schemas.release.Kind.Weight.BREAKING;
import static dev.weir.schemas.release.Kind.Weight.FREE;
import static dev.weir.schemas.release.Kind.Weight.LOGGED;

/// What can differ between a released version and what the sources say of it now.
enum Kind {
    PRODUCT_DELETED("released product deleted", BREAKING, false),
    EVENT_DELETED("released event deleted", BREAKING, false),
    VERSION_DELETED("released version deleted", BREAKING, false),
    VERSION_TOO_LOW("version below a released one", BREAKING, false),

    PROPERTY_REMOVED("property removed", BREAKING, false),
    PROPERTY_ADDED("optional property added", FREE, false),
    REQUIRED_ADDED("required added", BREAKING, false),
    REQUIRED_DROPPED("required dropped", BREAKING, false),
    TYPE_CHANGED("type changed", BREAKING, false),
    FORMAT_CHANGED("format changed", BREAKING, false),
    ENUM_NARROWED("enum narrowed", BREAKING, false),
    ENUM_WIDENED("enum widened", BREAKING, false),
    BOUND_NARROWED("bound narrowed", BREAKING, false),
    BOUND_WIDENED("bound widened", FREE, false),
    PATTERN_NARROWED("pattern narrowed", BREAKING, false),
    PATTERN_DROPPED("pattern dropped", FREE, false),
    RULE_CHANGED("rule changed", BREAKING, false),
    IDENTITY_CHANGED("identity changed", BREAKING, true),
    UNREADABLE("not readable with the released Avro schema", BREAKING, false),

    CATEGORY_CHANGED("category changed", BREAKING, false),
    PURPOSE_CHANGED("purpose changed", BREAKING, true),
    SOURCE_ADDED("source added", BREAKING, true),
    SOURCE_REMOVED("source removed", BREAKING, true),
    SAMPLING_RAISED("sampling raised", BREAKING, true),
    SAMPLING_LOWERED("sampling lowered", LOGGED, true),
    PRIVACY_LOOSENED("privacy class loosened", BREAKING, true),
    PRIVACY_TIGHTENED("privacy class tightened", LOGGED, true),
    RETENTION_LENGTHENED("retention lengthened", BREAKING, true),
    RETENTION_SHORTENED("retention shortened", LOGGED, true),
    IDENTITIES_LENGTHENED("identities kept longer", BREAKING, true),
    IDENTITIES_SHORTENED("identities kept shorter", LOGGED, true),
    RETENTION_RENAMED("retention class changed", LOGGED, true),
    CONSENT_CHANGED("consent changed", LOGGED, true),
    PII_LOOSENED("personal data kept more", LOGGED, true),
    PII_TIGHTENED("personal data kept less", LOGGED, true),
    LIMIT_LOWERED("limit lowered", BREAKING, false),
    LIMIT_RAISED("limit raised", FREE, false),
    ENVELOPE_CHANGED("envelope changed", BREAKING, false),
    ENVELOPE_EXTENDED("envelope extended", LOGGED, false);

    /// What a change means to those who rely on a released version.
    enum Weight {
        /// Nobody is promised anything else.
        FREE,
        /// Allowed, once the product's change log says why.
        LOGGED,
        /// Not allowed: a new version may have it.
        BREAKING
    }

    private final String label;
    private final Weight weight;
    private final boolean policy;

    Kind(String label, Weight weight, boolean policy) {
        this.label = label;
        this.weight = weight;
        this.policy = policy;
    }

    String label() {
        return label;
    }

    /// What it means where a released version itself is changed.
    Weight inPlace() {
        return weight;
    }

    /// What it means between a released version and a new one: whoever sends or reads that one knows it is another, but
    /// the people in the data do not.
    Weight asNewVersion() {
        return policy ? LOGGED : FREE;
    }
}
