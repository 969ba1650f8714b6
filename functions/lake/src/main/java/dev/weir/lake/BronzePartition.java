package dev.weir.lake;

import dev.weir.core.event.Header;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The events that a product's servers received in one hour, UTC.
///
/// @param hour 0 to 23
public record BronzePartition(String product, LocalDate date, int hour) {

    private static final Pattern PRODUCT = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Pattern KEY =
            Pattern.compile("bronze/product=(" + PRODUCT + ")/dt=(\\d{4}-\\d{2}-\\d{2})/hour=([01]\\d|2[0-3])/.*");

    /// @throws IllegalArgumentException if the product's name, the year or the hour cannot be part of a prefix
    public BronzePartition {
        if (!PRODUCT.matcher(product).matches()) {
            throw new IllegalArgumentException("product's name cannot be part of an object's name");
        }
        if (date.getYear() < 1970 || date.getYear() > 9999 || hour < 0 || hour > 23) {
            throw new IllegalArgumentException("no partition for the year " + date.getYear() + ", hour " + hour);
        }
    }

    /// The partition of an event: by the server's clock.
    public static BronzePartition of(Header header) {
        LocalDateTime received = LocalDateTime.ofInstant(header.timing().receivedAt(), ZoneOffset.UTC);
        return new BronzePartition(header.type().product(), received.toLocalDate(), received.getHour());
    }

    /// The partition that an object of this name is in; empty for names of other things.
    ///
    /// @throws java.time.DateTimeException if the name has a day that no calendar has
    public static Optional<BronzePartition> ofKey(String key) {
        return Optional.of(KEY.matcher(key))
                .filter(Matcher::matches)
                .map(name -> new BronzePartition(
                        name.group(1), LocalDate.parse(name.group(2)), Integer.parseInt(name.group(3))));
    }

    /// What the names of its objects start with: `bronze/product=ott-streaming/dt=2026-02-08/hour=14/`.
    public String prefix() {
        return "bronze/product=%s/dt=%s/hour=%02d/".formatted(product, date, hour);
    }

    @Override
    public String toString() {
        return prefix();
    }
}
