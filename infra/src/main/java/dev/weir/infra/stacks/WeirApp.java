package dev.weir.infra.stacks;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.DefaultStackSynthesizerProps;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/// All stacks of a deployment. What they are called says what they are about; none imports from another.
public final class WeirApp {

    private WeirApp() {}

    /// The stacks, not yet written.
    ///
    /// @param output folder that the templates are written to, by [App#synth]
    public static App of(Deployment deployment, Path output) {
        App app = new App(AppProps.builder()
                .outdir(output.toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                .context(Map.of("aws:cdk:disable-asset-staging", true))
                .build());
        new ReleasesStack(app, deployment);
        new DataStack(app, deployment);
        new AppStack(app, deployment);
        new ObservabilityStack(app, deployment);
        Tags.of(app).add("weir:environment", deployment.environment().name());
        return app;
    }

    /// The bare stack: no bootstrapping of the account, no metadata about us.
    static StackProps props(Deployment deployment, String concern, String description) {
        return StackProps.builder()
                .stackName(deployment.names().stack(concern))
                .description("Weir " + deployment.environment().name() + ": " + description)
                .terminationProtection(true)
                .analyticsReporting(false)
                .synthesizer(new DefaultStackSynthesizer(DefaultStackSynthesizerProps.builder()
                        .generateBootstrapVersionRule(false)
                        .build()))
                .build();
    }
}
