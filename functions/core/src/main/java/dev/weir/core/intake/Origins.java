package dev.weir.core.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The web origins that a credential may be used from, as browsers write them in `Origin` (RFC 6454): scheme, host and
/// port, in lower case, without a path. `https://*.example.com` stands for every host below `example.com`, at any
/// depth, but not for `example.com`.
public final class Origins {

    private static final String ANY_BELOW = "://*.";
    private static final String STANDS_FOR_ANY = "://any.";

    private Origins() {}

    /// The origins as a set.
    ///
    /// @throws IllegalArgumentException if one is not of that form; `*` and `null` are not
    public static Set<String> of(Collection<String> origins) {
        return origins.stream().map(Origins::checked).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a request from this origin may pass. Where no origins are listed, any may.
    ///
    /// @param allowed as [#of] returns them
    /// @param origin as the browser sent it; `null` stands for a page that has none, and is never listed
    public static boolean allow(Set<String> allowed, String origin) {
        return allowed.isEmpty()
                || allowed.contains(origin)
                || allowed.stream().anyMatch(pattern -> isBelow(pattern, origin));
    }

    /// Whether this has the form of an origin that is not opaque.
    public static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && Set.of("http", "https").contains(uri.getScheme())
                    && text.equals(plain(uri));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isBelow(String pattern, String origin) {
        int star = pattern.indexOf(ANY_BELOW);
        if (star < 0 || !isOrigin(origin)) {
            return false;
        }
        String scheme = pattern.substring(0, star + "://".length());
        String rest = pattern.substring(star + ANY_BELOW.length() - 1);
        return origin.startsWith(scheme) && origin.endsWith(rest) && origin.length() > scheme.length() + rest.length();
    }

    private static String checked(String origin) {
        String example = origin.replace(ANY_BELOW, STANDS_FOR_ANY);
        boolean wide = !example.equals(origin);
        if (!isOrigin(example) || (wide && labels(example) < 3)) {
            throw new IllegalArgumentException("'" + origin
                    + "' is not an origin such as https://app.example.com or https://*.example.com, in lower case and"
                    + " without a path");
        }
        return origin;
    }

    /// A pattern needs two labels behind its star, so that nobody allows all of `com`.
    private static long labels(String origin) {
        return URI.create(origin).getHost().chars().filter(c -> c == '.').count() + 1;
    }

    private static String plain(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
    }
}
