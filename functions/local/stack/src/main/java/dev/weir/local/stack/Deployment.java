package dev.weir.local.stack;

import dev.weir.local.gateway.Route;
import dev.weir.local.lambda.FunctionSpec;
import dev.weir.local.lambda.Schedule;
import dev.weir.local.mapping.MappingSpec;
import dev.weir.local.mapping.QueueMappingSpec;
import java.util.List;
import java.util.Map;

/// What a stack runs.
///
/// @param invocable what people may invoke: the name that they know a function by, and its own
record Deployment(List<FunctionSpec> functions, Map<String, String> invocable, Triggers triggers) {

    Deployment {
        functions = List.copyOf(functions);
        invocable = Map.copyOf(invocable);
    }

    /// What sets functions going.
    ///
    /// @param failedBucket where batches go that mappings give up
    record Triggers(
            List<Route> routes,
            List<MappingSpec> mappings,
            List<QueueMappingSpec> queues,
            List<Schedule.Rule> schedule,
            String failedBucket) {

        Triggers {
            routes = List.copyOf(routes);
            mappings = List.copyOf(mappings);
            queues = List.copyOf(queues);
            schedule = List.copyOf(schedule);
        }
    }
}
