package dev.weir.infra.stacks;

import dev.weir.infra.environment.Environment;
import dev.weir.infra.functions.FunctionSpec;
import dev.weir.infra.functions.Functions;
import dev.weir.infra.functions.Names;
import dev.weir.infra.functions.Options;
import java.util.List;
import java.util.Map;

/// What is deployed: an environment, the packages of its functions, and the tables of the lake.
///
/// @param code key of each package in the bucket of releases, by the package's name
/// @param tables Athena's statements, as the catalogs derive them
public record Deployment(Environment environment, Map<String, String> code, List<String> tables) {

    public Deployment {
        code = Map.copyOf(code);
        tables = List.copyOf(tables);
    }

    public Names names() {
        return new Names(environment.name());
    }

    public List<FunctionSpec> functions() {
        return new Functions(names(), Options.of(environment)).all();
    }

    /// @throws IllegalStateException if there is no such package
    String code(String zip) {
        String key = code.get(zip);
        if (key == null) {
            throw new IllegalStateException("the package of '" + zip + "' is missing; there are " + code.keySet());
        }
        return key;
    }
}
