package dev.weir.local.stack;

import dev.weir.local.template.AppliedStacks;
import dev.weir.local.template.CannotApply;
import dev.weir.local.template.Change;
import dev.weir.local.template.ResolvedStack;
import dev.weir.local.template.Resource;
import java.util.List;

/// Applies stacks to the services of this machine, by the rules of CloudFormation and of `infra/ops`: what holds data
/// is neither replaced nor removed by an update, and stays when its stack goes if its policy says so.
public final class TemplateStacks {

    private final AppliedStacks applied;
    private final DataResources data;

    private TemplateStacks(AppliedStacks applied, DataResources data) {
        this.applied = applied;
        this.data = data;
    }

    /// The stacks of a data folder, on the services that hold its data.
    public static TemplateStacks of(StateFolder state, Clients clients) {
        return new TemplateStacks(new AppliedStacks(state.stacks()), new DataResources(clients));
    }

    /// Makes or updates a stack.
    ///
    /// @return what was changed
    /// @throws CannotApply where something that holds data would be lost or cannot be changed here; then nothing is
    public List<Change> apply(ResolvedStack next) {
        ResolvedStack before = applied.read(next.name());
        List<Change> changes = Change.between(before, next);
        List<Change> losing = changes.stream()
                .filter(change -> DataResources.TYPES.contains(change.type()))
                .filter(change -> change.kind() == Change.Kind.REPLACE || change.kind() == Change.Kind.REMOVE)
                .toList();
        if (!losing.isEmpty()) {
            throw new CannotApply("refused: this would replace or remove what holds data: "
                    + losing.stream().map(Change::id).toList());
        }
        refuseOtherShards(before, next);
        next.resources().stream()
                .filter(resource -> DataResources.TYPES.contains(resource.type()))
                .forEach(data::make);
        applied.write(next);
        return changes;
    }

    /// Removes a stack; what is to be retained stays.
    ///
    /// @return what was retained, of what holds data
    public List<Resource> delete(String name) {
        List<Resource> holding = applied.read(name).resources().stream()
                .filter(resource -> DataResources.TYPES.contains(resource.type()))
                .toList();
        holding.stream()
                .filter(resource -> resource.onDelete() == Resource.Policy.DELETE)
                .forEach(data::remove);
        applied.forget(name);
        return holding.stream()
                .filter(resource -> resource.onDelete() == Resource.Policy.RETAIN)
                .toList();
    }

    private static void refuseOtherShards(ResolvedStack before, ResolvedStack next) {
        for (Resource stream : next.of("AWS::Kinesis::Stream").toList()) {
            boolean other = before.resources().stream()
                    .filter(old -> old.id().equals(stream.id()))
                    .anyMatch(old -> old.number("/ShardCount", 0) != stream.number("/ShardCount", 0));
            if (other) {
                throw new CannotApply("the emulated stream keeps its shards: begin a new data folder for another "
                        + "ShardCount of " + stream.id());
            }
        }
    }
}
