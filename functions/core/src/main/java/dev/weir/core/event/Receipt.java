package dev.weir.core.event;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The privacy receipt of an event: why it may be kept, what was done to it first, and for how long it stays.
///
/// @param tags uses that are ruled out, such as `no_ad_targeting`
/// @param policy version of the catalog that decided
public record Receipt(
        Decision decision, SortedSet<String> tags, List<Redaction> redactions, Retention retention, String policy) {

    public Receipt {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        redactions = List.copyOf(redactions);
    }

    /// The purpose, and why an event of it may be kept.
    ///
    /// @param basis the input that allows it: `essential`, `claims`, `event`, or `region_default`; or else
    ///     `anonymous`, and nothing is kept that tells whose the event is
    /// @param answers what was decided about each purpose that the event is, or could be, used for
    public record Decision(Purpose purpose, String basis, List<Answer> answers) {

        public Decision {
            answers = List.copyOf(answers);
        }

        /// A decision as rows keep it: only what it was.
        public Decision(Purpose purpose, String basis) {
            this(purpose, basis, List.of());
        }

        Decision withoutAnswers() {
            return new Decision(purpose, basis);
        }
    }

    /// What was decided about a purpose.
    ///
    /// @param by the input that won: `essential`, `kids`, `objection`, `claims`, `event`, `gpc`, or
    ///     `region_default`
    public record Answer(Purpose purpose, boolean allowed, String by) {}
}
