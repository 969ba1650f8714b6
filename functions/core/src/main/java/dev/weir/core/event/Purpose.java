package dev.weir.core.event;

/// What an event is collected for: the category that a person consents to. A product may name its own.
public record Purpose(String name) {

    /// Running the service itself; needs no consent.
    public static final Purpose ESSENTIAL = new Purpose("essential");

    public static final Purpose ANALYTICS = new Purpose("analytics");
    public static final Purpose PERSONALIZATION = new Purpose("personalization");
    public static final Purpose AD_TARGETING = new Purpose("ad_targeting");
}
