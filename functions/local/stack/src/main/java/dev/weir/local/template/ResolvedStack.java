package dev.weir.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A stack as it is after a template was applied.
///
/// @param name its concern, such as `data`
/// @param resources in the order of the template
public record ResolvedStack(String name, List<Resource> resources) {

    public ResolvedStack {
        resources = List.copyOf(resources);
    }

    /// A stack of which nothing is left.
    public static ResolvedStack nothing(String name) {
        return new ResolvedStack(name, List.of());
    }

    public Stream<Resource> of(String type) {
        return resources.stream().filter(resource -> resource.is(type));
    }

    Map<String, Resource> byId() {
        Map<String, Resource> byId = new LinkedHashMap<>();
        resources.forEach(resource -> byId.put(resource.id(), resource));
        return byId;
    }
}
