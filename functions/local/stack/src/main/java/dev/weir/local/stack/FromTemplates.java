package dev.weir.local.stack;

import static java.util.Objects.requireNonNull;

import dev.weir.local.lambda.Account;
import dev.weir.local.template.CannotApply;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A deployment as an environment's templates describe it.
record FromTemplates(Templates templates) implements Blueprint {

    private static final String APP = "app";

    /// Applies all stacks.
    ///
    /// @throws CannotApply where a template has something that is not understood, or would lose data
    @Override
    public Deployment on(Site site) {
        Map<String, ResolvedStack> stacks = templates.resolve(Account.LOCAL).stream()
                .collect(Collectors.toMap(ResolvedStack::name, stack -> stack));
        DeployedFunctions functions =
                new DeployedFunctions(requireNonNull(stacks.get(APP)), templates.environment(), site);
        Path folder = site.state().root();
        new Tenancy(templates.environment(), functions.told("WEIR_LAKE_BUCKET"), functions.told("WEIR_AUDIT_BUCKET"))
                .take(folder);
        TemplateStacks applied = TemplateStacks.of(site.state(), site.clients());
        templates.all().forEach(template -> applied.apply(requireNonNull(stacks.get(template.name()))));
        Deployment.Triggers triggers = new DeployedTriggers(requireNonNull(stacks.get(APP)), functions).all();
        return new Deployment(functions.all(), functions.invocable(scheduled(triggers)), triggers);
    }

    /// What the clock runs, people may run as well.
    private static List<String> scheduled(Deployment.Triggers triggers) {
        return triggers.schedule().stream()
                .map(rule -> rule.function())
                .distinct()
                .toList();
    }
}
