package dev.weir.local.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who a privacy request is about: one of these.
final class SubjectOption {

    @Option(names = "--user", paramLabel = "ID", description = "A user, by the id that events had.")
    private @Nullable String user;

    @Option(names = "--profile", paramLabel = "ID", description = "A profile.")
    private @Nullable String profile;

    @Option(names = "--device", paramLabel = "ID", description = "A device.")
    private @Nullable String device;

    @Option(names = "--anonymous", paramLabel = "ID", description = "An anonymous id.")
    private @Nullable String anonymous;

    @Option(names = "--session", paramLabel = "ID", description = "A session.")
    private @Nullable String session;

    @Option(names = "--tenant", paramLabel = "ID", description = "All of a tenant.")
    private @Nullable String tenant;

    String kind() {
        return given().keySet().iterator().next();
    }

    String id() {
        return given().values().iterator().next();
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "user", user);
        put(given, "profile", profile);
        put(given, "device", device);
        put(given, "anonymous", anonymous);
        put(given, "session", session);
        put(given, "tenant", tenant);
        return given;
    }

    private static void put(Map<String, String> given, String kind, @Nullable String id) {
        if (id != null) {
            given.put(kind, id);
        }
    }
}
