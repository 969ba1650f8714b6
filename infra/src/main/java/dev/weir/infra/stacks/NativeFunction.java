package dev.weir.infra.stacks;

import dev.weir.infra.environment.Environment;
import dev.weir.infra.functions.FunctionSpec;
import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.SettingsFile;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.CfnVersion;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/// One function as it is deployed: a native executable on arm64, with its role, its log, and the alias `live`, which is
/// what triggers call. An update shifts the alias to a new version; old versions stay, so that a rollback finds them.
final class NativeFunction extends Construct {

    private static final String LIVE = "live";

    private final FunctionSpec spec;
    private final Names names;
    private final CfnFunction function;
    private final CfnAlias live;

    NativeFunction(Construct scope, Deployment deployment, FunctionSpec spec) {
        super(scope, spec.name());
        this.spec = spec;
        this.names = deployment.names();
        CfnLogGroup log = CfnLogGroup.Builder.create(this, "Log")
                .logGroupName(names.logGroup(spec.name()))
                .retentionInDays(deployment.environment().retention().logDays())
                .build();
        log.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.DELETE);
        this.function = function(deployment, new FunctionRole(names, spec).in(this));
        this.function.addResourceDependency(log);
        this.live = alias(deployment, version(deployment));
    }

    FunctionSpec spec() {
        return spec;
    }

    CfnAlias alias() {
        return live;
    }

    /// ARN of the alias, which triggers call.
    String arn() {
        return live.getRef();
    }

    private CfnFunction function(Deployment deployment, String roleArn) {
        CfnFunction.Builder builder = CfnFunction.Builder.create(this, "Function")
                .functionName(names.of(spec.name()))
                .description("Weir: " + spec.name())
                .runtime("provided.al2023")
                .architectures(List.of("arm64"))
                .handler("bootstrap")
                .memorySize(spec.size().memoryMb())
                .timeout(spec.size().timeout().toSeconds())
                .role(roleArn)
                .code(CfnFunction.CodeProperty.builder()
                        .s3Bucket(Fn.sub(names.bucket("releases")))
                        .s3Key(deployment.code(spec.size().zip()))
                        .build())
                .environment(CfnFunction.EnvironmentProperty.builder()
                        .variables(variables())
                        .build());
        if (!spec.knows().layers().isEmpty()) {
            builder.layers(spec.knows().layers());
        }
        if (spec.size().atMost() > 0) {
            builder.reservedConcurrentExecutions(spec.size().atMost());
        }
        return builder.build();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        spec.knows().environment().forEach((name, value) -> variables.put(name, filled(value)));
        if (!spec.knows().files().isEmpty()) {
            spec.knows().files().forEach(file -> variables.put(file.variable(), file.path()));
            variables.put("WEIR_SETTINGS_BUCKET", filled(names.bucket("settings")));
            variables.put(
                    "WEIR_SETTINGS_FILES",
                    spec.knows().files().stream().map(SettingsFile::key).collect(Collectors.joining(" ")));
        }
        return variables;
    }

    private static String filled(String value) {
        return value.contains("${") ? Fn.sub(value) : value;
    }

    /// A version is made of what is there when it is made, so everything that it is made of is in its name.
    private CfnVersion version(Deployment deployment) {
        String content = deployment.code(spec.size().zip()) + spec.size() + spec.knows();
        String id = "Version" + HexFormat.of().toHexDigits(content.hashCode());
        CfnVersion version = CfnVersion.Builder.create(this, id)
                .functionName(function.getRef())
                .build();
        // One that a failed update leaves behind would be in the way of the next: Lambda publishes no version that is
        // like the one before it.
        version.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE);
        version.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        return version;
    }

    private CfnAlias alias(Deployment deployment, CfnVersion version) {
        CfnAlias.Builder alias = CfnAlias.Builder.create(this, "Live")
                .name(LIVE)
                .functionName(function.getRef())
                .functionVersion(version.getAttrVersion());
        int warm = warm(deployment.environment());
        if (warm > 0) {
            alias.provisionedConcurrencyConfig(CfnAlias.ProvisionedConcurrencyConfigurationProperty.builder()
                    .provisionedConcurrentExecutions(warm)
                    .build());
        }
        return alias.build();
    }

    /// Only senders wait for the collector; nobody notices a cold start of another.
    private int warm(Environment environment) {
        return spec.name().equals("collector") ? environment.provisionedConcurrency() : 0;
    }
}
