package dev.weir.local.stack;

import static java.util.Objects.requireNonNull;

import dev.weir.local.lambda.Account;
import dev.weir.local.lambda.FunctionSpec;
import dev.weir.local.template.CannotApply;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Templates;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        new Tenancy(
                        templates.environment(),
                        functions.told("WEIR_LAKE_BUCKET"),
                        functions.told("WEIR_AUDIT_BUCKET"),
                        functions.told("WEIR_FAILED_BUCKET"))
                .take(folder);
        TemplateStacks applied = TemplateStacks.of(site.state(), site.clients());
        templates.all().forEach(template -> applied.apply(requireNonNull(stacks.get(template.name()))));
        stacks.values().forEach(stack -> new DeployedQueues(stack).specs().forEach(site.services()::make));
        Deployment.Triggers triggers = new DeployedTriggers(requireNonNull(stacks.get(APP)), functions).all();
        return new Deployment(functions.all(), functions.invocable(byPeople(functions.all(), triggers)), triggers);
    }

    /// What neither requests nor records set going: people may, and the clock.
    private static List<String> byPeople(List<FunctionSpec> functions, Deployment.Triggers triggers) {
        Set<String> fed = new HashSet<>();
        triggers.routes().forEach(route -> fed.add(route.function()));
        triggers.mappings().forEach(mapping -> fed.add(mapping.function()));
        triggers.queues().forEach(mapping -> fed.add(mapping.function()));
        return functions.stream()
                .map(FunctionSpec::name)
                .filter(name -> !fed.contains(name))
                .toList();
    }
}
