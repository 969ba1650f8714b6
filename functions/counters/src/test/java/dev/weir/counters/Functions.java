package dev.weir.counters;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The two functions of the package, as their environment tells them apart.
final class Functions {

    private Functions() {}

    public static class Count implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.funqy.export", "count", "weir.counters.table", "counters");
        }
    }

    public static class Query implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.funqy.export",
                    "query",
                    "weir.counters.table",
                    "counters",
                    "weir.write.keys",
                    "src/test/resources/write-keys.json");
        }
    }
}
