package dev.weir.infra.environment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Which fields a file must have; what is read into them is checked by the records.
final class RequiredFields {

    private static final List<String> PLACES = List.of(
            "region",
            "capacity.profile",
            "provisioned-concurrency",
            "throttle.requests-per-second",
            "throttle.burst",
            "front.api",
            "surge-queue",
            "enrichment",
            "retention.stream-hours",
            "retention.log-days",
            "audit.lock-mode",
            "audit.years",
            "athena.scan-limit-gb",
            "alarms.email",
            "alarms.runbooks",
            "budget.monthly-usd",
            "issuers");

    private RequiredFields() {}

    static void check(JsonNode file) {
        for (String place : PLACES) {
            JsonNode value = file.at("/" + place.replace('.', '/'));
            if (value.isMissingNode() || value.isNull()) {
                throw new InvalidEnvironment(place + ": is missing");
            }
        }
    }
}
