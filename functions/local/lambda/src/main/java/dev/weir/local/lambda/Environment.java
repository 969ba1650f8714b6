package dev.weir.local.lambda;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The environment of a function: Lambda's reserved variables, what the function was deployed with,
/// and of the launcher's own only what any program needs.
final class Environment {

    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TMPDIR");

    private Environment() {}

    static Map<String, String> of(FunctionSpec spec, Account account, String runtimeApi, Path taskRoot) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                all.put(name, value);
            }
        }
        all.put("TZ", "UTC");
        all.put("AWS_REGION", account.region());
        all.put("AWS_DEFAULT_REGION", account.region());
        all.putAll(spec.environment());
        all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        all.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb()));
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name());
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        all.putAll(runtime(spec.code()));
        return all;
    }

    private static Map<String, String> runtime(Code code) {
        return switch (code) {
            case Code.JvmZip(Path _, String handler) ->
                Map.of("_HANDLER", handler, "AWS_EXECUTION_ENV", "AWS_Lambda_java25");
            case Code.NativeExecutable(Path executable) ->
                Map.of("_HANDLER", executable.getFileName().toString(), "AWS_EXECUTION_ENV", "AWS_Lambda_provided");
        };
    }
}
