package dev.weir.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakePlaceTest {

    private static final LakeDay DAY = new LakeDay("ott-streaming", LocalDate.parse("2026-02-08"));

    @Test
    void knowsWhatTheLakeIsMadeOf() {
        assertThat(LakePlace.of("bronze/product=ott-streaming/dt=2026-02-08/hour=14/shardId-0-1.parquet"))
                .hasValue(new LakePlace.Bronze(DAY));
        assertThat(LakePlace.of("silver/product=ott-streaming/retention=standard/dt=2026-02-08/run-0.parquet"))
                .hasValue(new LakePlace.Silver(DAY, "standard"));
        assertThat(LakePlace.of("manifests/product=ott-streaming/dt=2026-02-08/manifest.json"))
                .hasValue(new LakePlace.DayManifest(DAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silver/other.txt",
                "silver/product=ott-streaming/other.parquet",
                "silver/product=ott-streaming/retention=standard/dt=2026-02-08/notes.txt",
                "silver/product=ott-streaming/retention=standard/dt=2026-02-08/folder/run-0.parquet",
                "silver/product=ott-streaming/retention=standard/dt=2026-02-30/run-0.parquet",
                "silver/product=ott-streaming/retention=standard/dt=0000-01-01/run-0.parquet",
                "bronze/product=ott-streaming/dt=2026-02-08/hour=24/shardId-0-1.parquet",
                "bronze/product=OTT/dt=2026-02-08/hour=14/shardId-0-1.parquet",
                "copies/bronze/product=ott-streaming/dt=2026-02-08/hour=14/shardId-0-1.parquet",
                "manifests/product=ott-streaming/dt=2026-02-08/notes.json",
                "suppression/list.json"
            })
    void takesNothingElseForItsOwn(String key) {
        assertThat(LakePlace.of(key)).isEmpty();
    }
}
