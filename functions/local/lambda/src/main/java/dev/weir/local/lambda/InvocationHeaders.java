package dev.weir.local.lambda;

import com.sun.net.httpserver.Headers;
import java.time.Clock;
import java.util.UUID;

/// What the Runtime API tells a function about an invocation beside its payload.
record InvocationHeaders(Account account, Clock clock) {

    void write(Headers headers, FunctionSpec spec, String requestId) {
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", requestId);
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(clock.instant().plus(spec.timeout()).toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", account.functionArn(spec.name()));
        headers.set("Lambda-Runtime-Trace-Id", trace());
    }

    private String trace() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return "Root=1-%08x-%s;Sampled=0".formatted(clock.instant().getEpochSecond(), random.substring(0, 24));
    }
}
