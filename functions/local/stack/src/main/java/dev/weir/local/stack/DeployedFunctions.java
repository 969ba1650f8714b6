package dev.weir.local.stack;

import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.FunctionSpec;
import dev.weir.local.template.CannotApply;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The functions of a template: with its memory, timeouts and variables, and the packages of this machine.
record DeployedFunctions(ResolvedStack app, String environment, Site site) {

    /// Where a deployed function finds its files of settings.
    private static final String SETTINGS_FOLDER = "/tmp/weir/";

    /// Where it finds pseudonym keys; here they are one of the files.
    private static final String SECRET = "arn:aws:secretsmanager:";

    private static final String QUEUES = "https://sqs.";
    private static final Pattern PACKAGE = Pattern.compile("functions/(.+)-[a-z0-9_]+-[0-9a-f]+\\.zip");
    private static final Pattern ARN = Pattern.compile("arn:.*:function:([^:]+)(?::live)?");

    /// Processes of a function at a time, on a machine that has to share its cores among all of them.
    private static final int AT_MOST = 2;

    List<FunctionSpec> all() {
        return app.of("AWS::Lambda::Function").map(this::function).toList();
    }

    /// The names that people know functions by: without the environment.
    Map<String, String> invocable(List<String> functions) {
        return functions.stream().collect(Collectors.toMap(this::shortName, function -> function));
    }

    String shortName(String function) {
        return function.replaceFirst("^weir-" + Pattern.quote(environment) + "-", "");
    }

    /// The function that an ARN names, of itself or of its alias.
    static String named(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw new CannotApply(arn + " is no ARN of a function or of its alias 'live'");
        }
        return matcher.group(1);
    }

    /// The one value that functions are told by a variable of this name.
    ///
    /// @throws CannotApply where they are told none, or several
    String told(String variable) {
        List<String> values = app.of("AWS::Lambda::Function")
                .map(function -> function.properties().at("/Environment/Variables/" + variable))
                .filter(value -> !value.isMissingNode())
                .map(value -> value.asText())
                .distinct()
                .toList();
        if (values.size() != 1) {
            throw new CannotApply("functions must be told one " + variable + ", and are told " + values);
        }
        return values.getFirst();
    }

    private FunctionSpec function(Resource function) {
        Matcher code = PACKAGE.matcher(function.text("/Code/S3Key"));
        if (!code.matches()) {
            throw new CannotApply(function.id() + " has no package of ours: " + function.text("/Code/S3Key"));
        }
        return new FunctionSpec(
                function.physicalId(),
                site.artifacts().packaged(code.group(1)),
                variables(function),
                Duration.ofSeconds(function.number("/Timeout", 3)),
                function.number("/MemorySize", 128),
                Math.min(AT_MOST, function.number("/ReservedConcurrentExecutions", AT_MOST)));
    }

    private Map<String, String> variables(Resource function) {
        Map<String, String> variables = new HashMap<>(Site.variables(site.services()));
        variables.put("WEIR_S3_PATH_STYLE", "true");
        function.properties()
                .at("/Environment/Variables")
                .forEachEntry((name, value) -> variables.put(name, onThisMachine(function, value.asText())));
        return variables;
    }

    /// The start script fetches files of settings in AWS, and keys are a secret; here they are files from the
    /// beginning. Queues are this machine's.
    private String onThisMachine(Resource function, String value) {
        if (value.startsWith(QUEUES)) {
            return site.services().sqs() + "/" + Account.LOCAL.id() + "/" + DeployedQueues.named(value, "/");
        }
        if (value.startsWith(SECRET)) {
            return site.settings().keys().pseudonymKeys().toString();
        }
        if (!value.startsWith(SETTINGS_FOLDER)) {
            return value;
        }
        Path file = site.state().secrets().resolve(value.substring(SETTINGS_FOLDER.length()));
        if (!Files.exists(file)) {
            throw new CannotApply(function.physicalId() + " reads the settings " + file.getFileName()
                    + ", which this machine does not make");
        }
        return file.toString();
    }
}
