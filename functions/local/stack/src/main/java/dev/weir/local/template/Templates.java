package dev.weir.local.template;

import dev.weir.local.lambda.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The templates of an environment, in the order in which they are deployed.
///
/// @param environment its name, which names of resources have in them
public record Templates(String environment, List<Template> all) {

    /// In the order of `infra/ops deploy`.
    private static final List<String> ORDER = List.of("releases", "data", "app", "observability");

    public Templates {
        all = List.copyOf(all);
    }

    /// Reads them.
    ///
    /// @param folder with a file `<stack>.json` for each stack; its name is the environment's
    public static Templates in(Path folder) {
        return new Templates(
                String.valueOf(folder.getFileName()),
                ORDER.stream().map(name -> Template.read(folder, name)).toList());
    }

    /// Every stack with all that is in it resolved.
    ///
    /// @throws CannotApply at the first thing that is not understood, with its name
    public List<ResolvedStack> resolve(Account account) {
        Map<String, String> stored = new TreeMap<>();
        List<ResolvedStack> stacks = new ArrayList<>();
        all.forEach(template -> stacks.add(template.resolve(account, stored)));
        return stacks;
    }
}
