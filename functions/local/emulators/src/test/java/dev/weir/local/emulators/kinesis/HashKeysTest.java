package dev.weir.local.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashKeysTest {
    private static final BigInteger LAST = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 500})
    void shardsMeetWithoutGapOrOverlapOverAllKeys(int shards) {
        var keys = new HashKeys(shards);

        assertThat(keys.first(0)).isZero();
        assertThat(keys.last(shards - 1)).isEqualTo(LAST);
        for (int shard = 0; shard < shards; shard++) {
            assertThat(keys.shardOf(keys.first(shard))).isEqualTo(shard);
            assertThat(keys.shardOf(keys.last(shard))).isEqualTo(shard);
            if (shard > 0) {
                assertThat(keys.first(shard)).isEqualTo(keys.last(shard - 1).add(BigInteger.ONE));
            }
        }
    }

    @Test
    void thePlaceOfAPartitionKeyIsItsMd5() {
        assertThat(HashKeys.of("a").toString(16)).isEqualTo("cc175b9c0f1b6a831c399e269772661");
    }
}
