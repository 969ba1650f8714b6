package dev.weir.infra.environment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One environment, as `infra/environments/<name>.yaml` describes it. That file's comments say what each field means.
///
/// @param name lower-case letters, digits and single hyphens, at most 20, since it becomes part of bucket names
/// @param issuers as the collector reads them
public record Environment(
        String name,
        String region,
        Capacity capacity,
        @JsonProperty("provisioned-concurrency") int provisionedConcurrency,
        Throttle throttle,
        Front front,
        @JsonProperty("surge-queue") boolean surgeQueue,
        Enrichment enrichment,
        Retention retention,
        Audit audit,
        Athena athena,
        Alarms alarms,
        Budget budget,
        List<JsonNode> issuers) {

    private static final Pattern NAME = Pattern.compile("(?=.{1,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern HTTPS = Pattern.compile("https://\\S+");
    private static final Pattern WITHOUT_SLASH = Pattern.compile("https://\\S*[^/\\s]");

    public Environment {
        Rules.form("name", name, NAME, "lower-case letters, digits and single hyphens, at most 20");
        Rules.form("region", region, REGION, "a region of AWS, such as eu-central-1");
        Rules.range("provisioned-concurrency", provisionedConcurrency, 0, 1000);
        issuers = List.copyOf(issuers);
        issuers.forEach(Environment::issuer);
    }

    private static void issuer(JsonNode issuer) {
        for (String field : List.of("issuer", "jwks")) {
            Rules.form("issuers: " + field, issuer.path(field).asText(), HTTPS, "an https address");
        }
    }

    /// What the API lets through, for all senders together.
    public record Throttle(
            @JsonProperty("requests-per-second") int requestsPerSecond, int burst) {
        public Throttle {
            Rules.range("throttle.requests-per-second", requestsPerSecond, 1, 10_000);
            Rules.range("throttle.burst", burst, requestsPerSecond, 20_000);
        }
    }

    /// How long the stream and the logs keep what they hold. The stream holds events: a week is the most.
    public record Retention(
            @JsonProperty("stream-hours") int streamHours,
            @JsonProperty("log-days") int logDays) {

        private static final Set<Integer> LOG_DAYS = Set.of(1, 3, 5, 7, 14, 30, 60, 90);

        public Retention {
            Rules.range("retention.stream-hours", streamHours, 24, 168);
            Rules.oneOf("retention.log-days", logDays, LOG_DAYS);
        }
    }

    /// How the audit log is held against deletion.
    public record Audit(@JsonProperty("lock-mode") LockMode lockMode, int years) {

        /// The modes of S3 Object Lock.
        public enum LockMode {
            @JsonProperty("governance")
            GOVERNANCE,
            @JsonProperty("compliance")
            COMPLIANCE
        }

        public Audit {
            Rules.range("audit.years", years, 1, 10);
        }
    }

    /// What one query may cost.
    public record Athena(@JsonProperty("scan-limit-gb") int scanLimitGb) {
        public Athena {
            Rules.range("athena.scan-limit-gb", scanLimitGb, 1, 10_000);
        }
    }

    /// Who is told of what, and where it says what to do then.
    public record Alarms(String email, String runbooks) {
        public Alarms {
            Rules.form("alarms.email", email, EMAIL, "an e-mail address");
            Rules.form("alarms.runbooks", runbooks, WITHOUT_SLASH, "an https address without a slash at the end");
        }
    }

    /// What a month is expected to cost at most, in US dollars.
    public record Budget(@JsonProperty("monthly-usd") int monthlyUsd) {
        public Budget {
            Rules.range("budget.monthly-usd", monthlyUsd, 1, 1_000_000);
        }
    }
}
