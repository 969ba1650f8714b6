package dev.weir.infra.functions;

import java.util.List;

/// One statement of a function's role.
///
/// @param sid what it is for, in letters and digits; tests and reviewers know the statement by it
/// @param actions each written out
/// @param resources ARNs; a `*` stands only at the end of what has no name beforehand: objects below a prefix
public record Permission(String sid, List<String> actions, List<String> resources) {

    public Permission {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        if (!sid.matches("[A-Z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("sid '" + sid + "' must be letters and digits");
        }
        if (actions.isEmpty() || actions.stream().anyMatch(action -> action.contains("*"))) {
            throw new IllegalArgumentException(sid + ": actions are written out, without wildcards");
        }
        if (resources.isEmpty() || resources.stream().anyMatch(Permission::tooWide)) {
            throw new IllegalArgumentException(sid + ": a wildcard stands at the end, below a named resource");
        }
    }

    private static boolean tooWide(String resource) {
        boolean named = resource.startsWith("${") || resource.startsWith("arn:");
        boolean exact = resource.indexOf('*') < 0 || resource.matches("[^*]+[^*:/][/:]\\*");
        return !named || !exact;
    }

    static Permission of(String sid, List<String> actions, String... resources) {
        return new Permission(sid, actions, List.of(resources));
    }
}
