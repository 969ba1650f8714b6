package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Unique secrets of every kind, in every place of every event: none comes through the door, and each rule is needed
/// for that. What becomes of them behind the door, the end-to-end suite looks for.
class CanaryTest {

    @Test
    void noneOfAnyKindGetsThroughInAnyPlaceOfAnyEvent() throws IOException {
        Hunt hunt = new Hunt(Door.complete());
        for (Habitat habitat : Habitat.ofSamples()) {
            hunt.through(habitat);
        }

        assertThat(hunt.leaks).isEmpty();
        assertThat(hunt.accepted).isGreaterThan(9_000);
    }

    @Test
    void noneGetsThroughUnderDeclaredKeysThatSayWhatItIs() throws IOException {
        Hunt hunt = new Hunt(Door.with(DeclaredKeys.catalog(), PiiRules.COMPLETE));

        for (int i = 0; i < 4; i++) {
            hunt.underKeys(DeclaredKeys.habitat());
        }

        assertThat(hunt.leaks).isEmpty();
        assertThat(hunt.accepted).isEqualTo(4 * 5);
    }

    @ParameterizedTest
    @EnumSource
    void oneGetsThroughWhereOneThingIsNotLookedFor(Detector missing) throws IOException {
        List<Detector> rest = new ArrayList<>(Detector.ALL);
        rest.remove(missing);

        assertThat(leaks(new PiiRules(new PiiScanner(rest, 2), true))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("decodings")
    void oneGetsThroughWhereTextIsDecodedTooSeldom(int decodings) throws IOException {
        assertThat(leaks(new PiiRules(new PiiScanner(Detector.ALL, decodings), true)))
                .isTrue();
    }

    static Stream<Integer> decodings() {
        return Stream.of(0, 1);
    }

    @Test
    void oneGetsThroughWhereKeysAreNotJudged() throws IOException {
        assertThat(leaks(new PiiRules(PiiScanner.COMPLETE, false))).isTrue();
    }

    @Test
    void noneGetsThroughTheSameStagesWithEveryRule() throws IOException {
        Hunt hunt = new Hunt(Door.with(PiiRules.COMPLETE));
        hunt.through(Habitat.ofSamples().getFirst());

        assertThat(hunt.leaks).isEmpty();
    }

    private static boolean leaks(PiiRules rules) throws IOException {
        Hunt hunt = new Hunt(Door.with(rules));
        for (Habitat habitat : Habitat.ofSamples()) {
            hunt.through(habitat);
            if (!hunt.leaks.isEmpty()) {
                return true;
            }
        }
        Hunt declared = new Hunt(Door.with(DeclaredKeys.catalog(), rules));
        declared.underKeys(DeclaredKeys.habitat());
        return !declared.leaks.isEmpty();
    }
}
