package dev.weir.collector;

import dev.weir.core.catalog.Limits;
import dev.weir.core.event.Objections;
import dev.weir.core.event.RawEvent;
import dev.weir.core.intake.BatchName;
import dev.weir.core.intake.Body;
import dev.weir.core.intake.HttpRequest;
import dev.weir.core.intake.Origins;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a request has to get past before anybody looks at its events: who sends it, from where, how much, whether it
/// came before, and who has objected.
record Guard(Credentials credentials, RateLimits rates, Replays replays, ObjectionList objections) {

    /// A problem, if a browser sends the request for a page that the credential is not for. Apps and servers send no
    /// `Origin`, and pass.
    Optional<Answer> origin(HttpRequest request, Caller caller) {
        return request.header("origin")
                .filter(origin -> !Origins.allow(caller.terms().allowedOrigins(), origin))
                .map(_ -> Problems.originNotAllowed());
    }

    /// A problem, if the caller sends too much. A body that cannot be read is a request, too.
    Optional<Answer> rate(Caller caller, Limits limits, Body body) {
        int events = body instanceof Body.Events(List<RawEvent> all, var _) ? all.size() : 0;
        return switch (rates.ask(caller, limits, events)) {
            case Allowance.Granted _ -> Optional.empty();
            case Allowance.TooFast(var retryAfter) -> Optional.of(Problems.tooFast(retryAfter));
            case Allowance.UsedUp(var retryAfter) -> Optional.of(Problems.usedUp(retryAfter));
        };
    }

    /// The answer to a batch, with what people of the caller's tenant have objected to by now; a problem, if that is
    /// not
    /// known.
    Answer heeding(Caller caller, Function<Objections, Answer> work) {
        return objections.of(caller.credential()).map(work).orElseGet(Problems::objectionsUnknown);
    }

    /// The answer to a batch, which is worked on unless it came before under the same name.
    Answer once(HttpRequest request, Caller caller, Body.Events batch, Function<Stamp, Answer> work) {
        @Nullable
        String header = request.header("idempotency-key").map(Guard::unquoted).orElse(null);
        @Nullable String name = header == null ? batch.batchId() : header;
        if (header != null && !BatchName.fits(header)) {
            return Problems.badBatchName("Idempotency-Key must be " + BatchName.RULE);
        }
        if (batch.batchId() != null && !batch.batchId().equals(name)) {
            return Problems.badBatchName("Idempotency-Key and 'batch_id' differ; one of them is enough");
        }
        return replays.once(name == null ? null : NamedBatch.of(name, caller.credential(), batch.events()), work);
    }

    /// The header's value is a string in quotes (RFC 9651, section 3.3.3); many senders leave them out.
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
