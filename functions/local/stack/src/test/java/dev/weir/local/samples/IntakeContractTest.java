package dev.weir.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sample against the rules alone, without HTTP or a stream.
class IntakeContractTest {

    private static final IntakeContract CONTRACT = new IntakeContract(Catalog.load());

    static Stream<Sample> samples() throws IOException {
        return CONTRACT.samples(Path.of(System.getProperty("weir.root"), "events-samples"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void getsItsOutcome(Sample sample) {
        assertThat(CONTRACT.differences(sample)).isEmpty();
    }
}
