package dev.weir.infra.stacks;

import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/// What the API logs of requests: coordinates, no addresses, no headers and no bodies.
final class AccessLog {

    private AccessLog() {}

    /// Each kind of API has a log of its own, or an environment could not go from one to the other: the new one is made
    /// before the old one goes.
    static String name(Deployment deployment) {
        return "/aws/apigateway/"
                + deployment
                        .names()
                        .of(
                                switch (deployment.environment().front().api()) {
                                    case HTTP -> "api";
                                    case REST -> "rest-api";
                                });
    }

    static CfnLogGroup in(Construct api, Deployment deployment) {
        CfnLogGroup log = CfnLogGroup.Builder.create(api, "AccessLog")
                .logGroupName(name(deployment))
                .retentionInDays(deployment.environment().retention().logDays())
                .build();
        log.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.DELETE);
        return log;
    }

    /// @param route how this kind of API says which of its routes it was
    static String line(String route) {
        return "{\"requestId\":\"$context.requestId\",\"time\":\"$context.requestTime\","
                + "\"route\":\"" + route + "\",\"status\":\"$context.status\","
                + "\"latencyMs\":\"$context.responseLatency\",\"bytes\":\"$context.responseLength\","
                + "\"error\":\"$context.integrationErrorMessage\"}";
    }
}
