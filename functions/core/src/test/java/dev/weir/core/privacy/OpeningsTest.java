package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    private static final Openings ALL = new Openings(Detector.ALL);

    private static final List<String> PIECES = List.of(
            "jane@example.com",
            "@bücher.example",
            "https://ann:pw@x.example/",
            "?token=tk1",
            "password=",
            "/reset/abcdef0123456789abcdef",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.c2ln",
            "AKIAIOSFODNN7EXAMPLE",
            "sk_live_0123456789abcdef",
            "Bearer abcdef0123456789",
            "-----BEGIN PRIVATE KEY-----",
            "203.0.113.77",
            "2001:db8::8a2e",
            "::1",
            "de89370400440532013000",
            "+44 20 7946 0958",
            "(020) 7946 0958",
            "123-45-6789",
            "4111 1111 1111 1111",
            " ",
            "é");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> cut = Arbitraries.of(PIECES)
                .flatMap(piece ->
                        Arbitraries.integers().between(0, piece.length()).map(piece::substring));
        Arbitrary<String> anything = Arbitraries.strings().ascii().ofMaxLength(4);
        return Arbitraries.oneOf(cut, anything).list().ofMaxSize(5).map(parts -> String.join("", parts));
    }

    @Property
    void namesEveryDetectorThatFindsSomethingWhereItMayBeLookedFor(
            @ForAll("texts") String text, @ForAll Meaning meaning) {
        for (int at = 0; at < text.length(); at++) {
            boolean inWord = Characters.wordAt(text, at - 1);
            int named = ALL.at(text, at, inWord);
            for (Detector detector : Detector.ALL) {
                boolean lookedFor = detector.opens().indexOf(text.charAt(at)) >= 0 && (!inWord || detector.inWords());
                if (lookedFor && detector.find(text, at, 0, meaning) != Span.NONE) {
                    assertThat(named & detector.bit())
                            .as("%s at %d of %s", detector, at, text)
                            .isNotZero();
                }
            }
        }
    }

    @Test
    void namesNoneForAWordThatIsNothing() {
        assertThat(ALL.at("entitlement", 0, false)).isZero();
        assertThat(ALL.at("entitlement", 5, true)).isZero();
    }

    @Test
    void namesNoneThatIsNotToBeLookedFor() {
        assertThat(new Openings(List.of(Detector.EMAIL)).at("203.0.113.77", 0, false))
                .isZero();
    }
}
