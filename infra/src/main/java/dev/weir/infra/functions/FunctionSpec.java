package dev.weir.infra.functions;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A function.
///
/// @param name without the environment: `collector`
/// @param size what it is packaged as and how much it gets
/// @param knows what it is told of its surroundings
/// @param permissions what it may do; what its triggers and its log need is added to these by the stack
public record FunctionSpec(String name, Size size, Knows knows, List<Permission> permissions, List<Trigger> triggers) {

    /// What it is packaged as, and how much it gets.
    ///
    /// @param zip name of the function's package, without architecture
    /// @param atMost instances that may run at a time; 0 is as many as the account lets
    public record Size(String zip, int memoryMb, Duration timeout, int atMost) {
        Size(String zip, int memoryMb, Duration timeout) {
            this(zip, memoryMb, timeout, 0);
        }
    }

    /// What it is told of its surroundings.
    ///
    /// @param environment variables in addition to the paths of the files
    /// @param files fetched from the bucket of settings at start
    /// @param layers ARNs of layers, whose files are in `/opt`
    public record Knows(Map<String, String> environment, List<SettingsFile> files, List<String> layers) {
        Knows(Map<String, String> environment, List<SettingsFile> files) {
            this(environment, files, List.of());
        }

        public Knows {
            layers = List.copyOf(layers);
            environment = Collections.unmodifiableMap(new TreeMap<>(environment));
            files = List.copyOf(files);
        }
    }

    public FunctionSpec {
        permissions = List.copyOf(permissions);
        triggers = List.copyOf(triggers);
    }

    public Stream<Trigger.Http> routes() {
        return triggers(Trigger.Http.class);
    }

    public Optional<Trigger.Batches> batches() {
        return triggers(Trigger.Batches.class).findFirst();
    }

    public Optional<Trigger.Messages> messages() {
        return triggers(Trigger.Messages.class).findFirst();
    }

    public Stream<Trigger.Schedule> schedules() {
        return triggers(Trigger.Schedule.class);
    }

    private <T extends Trigger> Stream<T> triggers(Class<T> kind) {
        return triggers.stream().filter(kind::isInstance).map(kind::cast);
    }
}
