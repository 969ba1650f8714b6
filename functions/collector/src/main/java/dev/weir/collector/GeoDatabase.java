package dev.weir.collector;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import dev.weir.core.event.ClientAddress;
import dev.weir.core.event.Traits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where addresses are, by a MaxMind database of countries or cities (`.mmdb`): the country and the part of it, and
/// nothing finer. Safe for use by several threads.
final class GeoDatabase {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern PART = Pattern.compile("[A-Z0-9]{1,3}");

    private final Reader reader;

    private GeoDatabase(Reader reader) {
        this.reader = reader;
    }

    /// The database of a file, which is mapped into memory.
    ///
    /// @throws IllegalStateException if the file cannot be read, which names it
    static GeoDatabase open(Path file) {
        try {
            return new GeoDatabase(new Reader(file.toFile(), new CHMCache()));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the geographic database " + file, e);
        }
    }

    /// Stored context fields: the country and, where it is known, the part of it. Empty for an address that the
    /// database does not have.
    Map<String, String> of(ClientAddress address) {
        Map<?, ?> found = find(address);
        Map<String, String> place = new HashMap<>();
        text(found, "country", "iso_code", COUNTRY).ifPresent(country -> {
            place.put(Traits.COUNTRY, country);
            text(found, "subdivisions", "iso_code", PART)
                    .ifPresent(part -> place.put("geo_region", country + "-" + part));
        });
        return Map.copyOf(place);
    }

    private Map<?, ?> find(ClientAddress address) {
        try {
            Map<?, ?> found = reader.get(InetAddress.getByAddress(address.bytes()), Map.class);
            return found == null ? Map.of() : found;
        } catch (IOException e) {
            throw new UncheckedIOException("the geographic database cannot be read any more", e);
        }
    }

    /// A member of an object, or of the first object of a list: the largest subdivision comes first.
    private static Optional<String> text(Map<?, ?> found, String object, String member, Pattern form) {
        return first(found.get(object)) instanceof Map<?, ?> members
                        && members.get(member) instanceof String text
                        && form.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static @Nullable Object first(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().findFirst().orElse(null) : value;
    }
}
