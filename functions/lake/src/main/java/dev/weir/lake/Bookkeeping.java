package dev.weir.lake;

import java.util.regex.Pattern;

/// Names of objects in the lake's bucket that hold no events: what functions keep there for their own work. They are
/// given here alone, so that who examines the lake knows them as those do who write them.
public final class Bookkeeping {

    /// What retention stores to see which time the bucket has. It stays.
    public static final String CLOCK = "retention/clock.json";

    private static final String SWEEPS = "privacy/sweep/product=";
    private static final String EXPORTS = "privacy/export/";
    private static final String JSON = ".json";
    private static final Pattern NOTES = Pattern.compile("(" + SWEEPS + "|" + EXPORTS + ")[^/]+\\" + JSON);

    private Bookkeeping() {}

    /// Notes of a product's sweep that is not at its end.
    public static String sweep(String product) {
        return SWEEPS + product + JSON;
    }

    /// Notes of an export that is not at its end.
    ///
    /// @param request the request's id
    public static String export(String request) {
        return EXPORTS + request + JSON;
    }

    /// Whether an object is one of these; the list of suppressions is, too.
    static boolean has(String key) {
        return key.equals(CLOCK)
                || key.equals(Suppressions.KEY)
                || NOTES.matcher(key).matches();
    }
}
