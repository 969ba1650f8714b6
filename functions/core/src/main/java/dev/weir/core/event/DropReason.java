package dev.weir.core.event;

/// Why a valid event is not kept.
public sealed interface DropReason {

    /// The reason in answers: stable, machine-readable.
    String code();

    /// The person did not agree to what the event is collected for.
    record NoConsent(Purpose purpose) implements DropReason {
        @Override
        public String code() {
            return "no_consent_" + purpose.name();
        }
    }

    /// The person has asked that nothing of them is processed.
    record Restricted() implements DropReason {
        @Override
        public String code() {
            return "restricted";
        }
    }

    /// Only a share of these events is kept, and this one is not in it.
    record SampledOut() implements DropReason {
        @Override
        public String code() {
            return "sampled_out";
        }
    }
}
