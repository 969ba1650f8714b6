package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/// What every refusal looks like (RFC 9457).
final class Problem {

    private Problem() {}

    static void assertProblem(Call.Reply reply, int status, String type, String detail) {
        assertProblem(reply);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("type").asText()).isEqualTo("urn:weir:problem:" + type);
        assertThat(reply.body().path("detail").asText()).contains(detail);
    }

    static void assertProblem(Call.Reply reply) {
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.body().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("type", "title", "status", "detail");
        assertThat(reply.body().path("status").asInt()).isEqualTo(reply.status());
        assertThat(reply.body().path("title").asText()).isNotBlank();
        assertThat(reply.body().path("detail").asText()).isNotBlank();
    }
}
