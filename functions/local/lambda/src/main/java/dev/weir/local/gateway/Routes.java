package dev.weir.local.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// All routes; a literal segment wins over a parameter. HEAD is served by a GET route.
record Routes(List<Route> all) {

    Routes {
        all = all.stream().sorted(Comparator.comparingInt(Route::parameters)).toList();
    }

    Match match(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        SortedSet<String> allowed = new TreeSet<>();
        for (Route route : all) {
            var parameters = route.match(path);
            if (parameters.isPresent()) {
                if (route.method().equals(wanted)) {
                    return new Match.Found(route, parameters.get());
                }
                allowed.add(route.method());
            }
        }
        return allowed.isEmpty() ? new Match.Unknown() : new Match.OtherMethods(complete(allowed));
    }

    private static SortedSet<String> complete(SortedSet<String> allowed) {
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        return allowed;
    }
}
