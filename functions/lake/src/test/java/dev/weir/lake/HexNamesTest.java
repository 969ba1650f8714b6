package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.event.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class HexNamesTest {

    @Property
    void findsANameWhereverItIs(
            @ForAll long high,
            @ForAll long low,
            @ForAll @CharRange(from = 'a', to = 'i') @StringLength(max = 90) String before,
            @ForAll @CharRange(from = 'a', to = 'i') @StringLength(max = 90) String after) {
        Pseudonym name = new Pseudonym(high, low);

        assertThat(names(before + name.hex() + after)).contains(name);
    }

    @Property
    void findsWhatReadingEveryPlaceFinds(
            @ForAll @CharRange(from = 'a', to = 'f') @StringLength(max = 40) String digits,
            @ForAll @CharRange(from = 'f', to = 'g') @StringLength(max = 120) String text) {
        String whole = text + digits + text;
        List<Pseudonym> expected = new ArrayList<>();
        for (int at = 0; at + 32 <= whole.length(); at++) {
            String part = whole.substring(at, at + 32);
            if (part.matches("[0-9a-f]{32}")) {
                expected.add(Pseudonym.ofHex(part));
            }
        }

        assertThat(names(whole)).isEqualTo(expected);
    }

    private static List<Pseudonym> names(String text) {
        List<Pseudonym> found = new ArrayList<>();
        HexNames.in(text.getBytes(StandardCharsets.UTF_8), found::add);
        return found;
    }
}
