package dev.weir.core.catalog;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// JSON values as texts, at the edges of what schemas ask for.
final class ValueTexts {

    static final List<String> NAMES = List.of("a", "b", "c", "", "a/b~", "é");

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "1.0",
            "2.0",
            "1.5",
            "0.1",
            "-0.0",
            "1e0",
            "1e3",
            "1E-3",
            "1000",
            "1e400",
            "-1e400",
            "9007199254740991",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "18446744073709551617",
            "36893488147419103233.5");

    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\"a\"",
            "\"b\"",
            "\"ab\"",
            "\"AB\"",
            "\"A1\"",
            "\"abc-1\"",
            "\"AB-XY1\"",
            "\"é\"",
            "\"1\"",
            "\"true\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\\ude00\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"a\\ud83d\\ude00\"",
            "\"a\\n\"",
            "\"AB\\n\"",
            "\"a\\u2028\"",
            "\"\\nAB\"",
            "\"$\"",
            "\"2026-02-28\"",
            "\"2026-02-29\"",
            "\"2024-02-29\"",
            "\"2026-13-01\"",
            "\"2026-00-10\"",
            "\"2026-02-30\"",
            "\"2026-04-31\"",
            "\"2026-02-2٣\"",
            "\"0000-01-01\"",
            "\"+12026-01-01\"",
            "\"2026-2-1\"",
            "\"2026-02-08T14:30:00Z\"",
            "\"2026-02-08T14:30:00z\"",
            "\"2026-02-08 14:30:00Z\"",
            "\"2026-02-08T14:30:60Z\"",
            "\"2016-12-31T23:59:60Z\"",
            "\"2026-02-08T24:00:00Z\"",
            "\"2026-02-08T14:60:00Z\"",
            "\"2026-02-08T14:30:00.1Z\"",
            "\"2026-02-08T14:30:00.123456789Z\"",
            "\"2026-02-08T14:30:00.1234567891Z\"",
            "\"2026-02-08T14:30:00.Z\"",
            "\"2026-02-08T14:30:00\"",
            "\"2026-02-08T14:30Z\"",
            "\"2026-02-08T14:30:00+01:00\"",
            "\"2026-02-08T14:30:00-00:00\"",
            "\"2026-02-08T14:30:00+17:59\"",
            "\"2026-02-08T14:30:00+18:00\"",
            "\"2026-02-08T14:30:00+19:00\"",
            "\"2026-02-08T14:30:00+0100\"",
            "\"2026-02-08T14:30:00+01:60\"",
            "\"2026-02-08T14:30:00Z\\n\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59-17:59\"",
            "\"019c2cc4-733e-7e06-9f3a-a36aaf94290e\"",
            "\"019C2CC4-733E-7E06-9F3A-A36AAF94290E\"",
            "\"019c2cc4733e7e069f3aa36aaf94290e\"",
            "\"019c2cc4-733e-7e06-9f3a-a36aaf94290\"",
            "\"019c2cc4-733e-7e06-9f3a-a36aaf94290e\\n\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"http://a/\"",
            "\"١\"");

    private ValueTexts() {}

    static Arbitrary<String> numbers() {
        return Arbitraries.of(NUMBERS);
    }

    static Arbitrary<String> values(int depth) {
        Arbitrary<String> flat =
                Arbitraries.oneOf(numbers(), Arbitraries.of(TEXTS), Arbitraries.of("null", "true", "false"));
        if (depth == 0) {
            return flat;
        }
        Arbitrary<String> inner = values(depth - 1);
        return Arbitraries.oneOf(flat, objects(inner, 0), arrays(inner, 0), arrays(Arbitraries.of(TEXTS), 0));
    }

    static Arbitrary<String> objects(Arbitrary<String> members, int least) {
        return Arbitraries.maps(Arbitraries.of(NAMES), members)
                .ofMinSize(least)
                .ofMaxSize(4)
                .map(byName -> {
                    List<String> texts = byName.entrySet().stream()
                            .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                            .toList();
                    return "{" + String.join(",", texts) + "}";
                });
    }

    static Arbitrary<String> arrays(Arbitrary<String> items, int least) {
        return items.list().ofMinSize(least).ofMaxSize(4).map(texts -> "[" + String.join(",", texts) + "]");
    }
}
