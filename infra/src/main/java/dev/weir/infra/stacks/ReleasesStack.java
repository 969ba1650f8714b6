package dev.weir.infra.stacks;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/// The bucket that packages and templates are uploaded to; made first, since everything else is read from it.
final class ReleasesStack extends Stack {

    ReleasesStack(Construct scope, Deployment deployment) {
        super(scope, "releases", WeirApp.props(deployment, "releases", "packages and templates"));
        Buckets.make(new Buckets(this, deployment.names())
                .managed("releases")
                .versioned(true)
                .lifecycleRules(List.of(Buckets.unfinished())));
    }
}
