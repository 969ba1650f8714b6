package dev.weir.collector;

import org.jspecify.annotations.Nullable;

/// One cell of the table of consent: an event's product and purpose, and everything that may decide about it.
///
/// @param claims what the credential says of the purpose; null where it says nothing
/// @param event what the event says of the purpose; null where it says nothing
record ConsentCell(
        Asked asked, @Nullable Boolean claims, @Nullable Boolean event, boolean gpc, Where where, Kids kids) {

    /// A purpose of a product: an accepted event of it, the JSON pointer of its flag (empty where the event cannot say
    /// anything), and what follows by the documents when it is refused.
    enum Asked {
        OTT_ESSENTIAL("ott-streaming/session.created/accepted", "essential", "", Refused.NEVER),
        OTT_ANALYTICS("ott-streaming/app.launch/accepted", "analytics", "/consent/analytics", Refused.DROPPED),
        OTT_PERSONALIZATION(
                "ott-streaming/recommendation.request/accepted",
                "personalization",
                "/consent/personalization",
                Refused.DROPPED),
        OTT_AD_TARGETING(
                "ott-streaming/ad.impression/accepted", "ad_targeting", "/consent/ad_targeting", Refused.DROPPED),
        VIDEO_ANALYTICS(
                "video-window/checkout_initiated/accepted",
                "analytics",
                "/context/consent/categoryPreferences/analytics",
                Refused.DROPPED),
        COMMUNITIES_TELEMETRY(
                "unofficial-communities/community.created/accepted",
                "telemetry",
                "/consent/telemetry",
                Refused.ANONYMOUS),
        COMMUNITIES_WHATSAPP(
                "unofficial-communities/whatsapp.reaction.added/accepted",
                "whatsapp_activity",
                "/consent/whatsapp_activity",
                Refused.DROPPED),
        THEDATA_ANALYTICS("thedata/user_interaction/accepted", "analytics", "/consent/analytics", Refused.DROPPED),
        TENANT_ESSENTIAL("tenant-telemetry/conversation_started/accepted", "essential", "", Refused.NEVER);

        final String sample;
        final String purpose;
        final String flag;
        final Refused refused;

        Asked(String sample, String purpose, String flag, Refused refused) {
            this.sample = sample;
            this.purpose = purpose;
            this.flag = flag;
            this.refused = refused;
        }

        String product() {
            return sample.substring(0, sample.indexOf('/'));
        }
    }

    /// What becomes of an event whose purpose is refused.
    enum Refused {
        NEVER,
        DROPPED,
        ANONYMOUS
    }

    /// What is known of the region.
    enum Where {
        EVENT_SAYS_US("US", null),
        EVENT_SAYS_US_AND_ADDRESS_IS_FRENCH("US", "FR"),
        EVENT_SAYS_DE("DE", null),
        EVENT_SAYS_GB_AND_ADDRESS_IS_AMERICAN("GB", "US"),
        ADDRESS_IS_AMERICAN(null, "US"),
        ADDRESS_IS_NORWEGIAN(null, "NO"),
        ADDRESS_IS_INDIAN(null, "IN"),
        UNKNOWN(null, null);

        final @Nullable String market;
        final @Nullable String country;

        Where(@Nullable String market, @Nullable String country) {
            this.market = market;
            this.country = country;
        }
    }

    /// Who says that the profile is a child's.
    enum Kids {
        NOBODY,
        CLAIMS,
        EVENT
    }

    @Override
    public String toString() {
        return asked + ", claims " + claims + ", event " + event + ", gpc " + gpc + ", " + where + ", kids " + kids;
    }
}
