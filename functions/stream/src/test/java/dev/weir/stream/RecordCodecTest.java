package dev.weir.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.core.event.StoredEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    private static final RecordCodec CODEC = new RecordCodec();

    @Provide
    Arbitrary<List<StoredEvent>> batches() {
        return AnyEvent.batches();
    }

    @Property(tries = 300)
    void whateverMayBeStoredComesBackAsItWas(@ForAll("batches") List<StoredEvent> events) throws RecordTooLarge {
        assertThat(CODEC.decode(CODEC.encode(events))).isEqualTo(new Decoded.Batch(events));
    }

    @Property(tries = 2000)
    void noBytesMakeItThrow(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(CODEC.decode(bytes)).isInstanceOf(Decoded.Poison.class);
    }

    @Property(tries = 2000)
    void noContentBehindAValidChecksumMakesItThrow(@ForAll @Size(min = 1, max = 200) byte[] content) {
        assertThat(CODEC.decode(Frame.seal(content))).isInstanceOf(Decoded.Poison.class);
    }

    @Property(tries = 2000)
    void damageInsideTheMessageIsPoisonOrOtherEventsButNeverThrows(@ForAll @IntRange int position, @ForAll byte value)
            throws Exception {
        byte[] message = Frame.open(CODEC.encode(List.of(Events.playbackStarted())), RecordCodec.MAX_INFLATED);
        message[position % message.length] = value;

        assertThat(CODEC.decode(Frame.seal(message))).isInstanceOf(Decoded.class);
    }

    @Test
    void everyTruncationIsPoison() throws RecordTooLarge {
        byte[] record = CODEC.encode(List.of(Events.playbackStarted(), Events.anonymous(1)));

        for (int length = 0; length < record.length; length++) {
            assertThat(CODEC.decode(Arrays.copyOf(record, length))).isInstanceOf(Decoded.Poison.class);
        }
    }

    @Test
    void everyFlippedBitIsPoison() throws RecordTooLarge {
        byte[] record = CODEC.encode(List.of(Events.playbackStarted(), Events.anonymous(1)));

        for (int bit = 0; bit < record.length * 8; bit++) {
            byte[] damaged = record.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(CODEC.decode(damaged)).isInstanceOf(Decoded.Poison.class);
        }
    }

    @Test
    void aClaimOfTwoGigabytesIsRefusedBeforeAnythingIsAllocated() throws RecordTooLarge {
        byte[] record = CODEC.encode(List.of(Events.playbackStarted()));
        Arrays.fill(record, 4, 8, (byte) 0x7f);

        assertThat(CODEC.decode(record)).isEqualTo(new Decoded.Poison("content length out of bounds"));
    }

    @Test
    void aBombIsRefusedByItsLengthAndByItsClaim() {
        byte[] bomb = Frame.seal(new byte[RecordCodec.MAX_INFLATED + 1]);
        byte[] liar = bomb.clone();
        liar[4] = 0;

        assertThat(CODEC.decode(bomb)).isEqualTo(new Decoded.Poison("content length out of bounds"));
        assertThat(CODEC.decode(liar)).isEqualTo(new Decoded.Poison("content length does not match"));
    }

    @Test
    void aBatchThatCouldNotBeReadAgainIsNotEncoded() {
        List<StoredEvent> events = Collections.nCopies(180, Events.incompressible(0, 75_000));

        assertThatThrownBy(() -> CODEC.encode(events))
                .isInstanceOf(RecordTooLarge.class)
                .hasMessageContaining("180 events");
    }

    @Test
    void threadsShareACodec() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Decoded> roundTrip = () -> CODEC.decode(CODEC.encode(List.of(Events.playbackStarted())));
            for (Future<Decoded> result : threads.invokeAll(Collections.nCopies(400, roundTrip))) {
                assertThat(result.get()).isEqualTo(new Decoded.Batch(List.of(Events.playbackStarted())));
            }
        }
    }

    @Test
    void whatItHoldsIsNotPrinted() throws RecordTooLarge {
        Decoded decoded = CODEC.decode(CODEC.encode(List.of(Events.playbackStarted())));

        assertThat(decoded).hasToString("Batch[1 events]");
    }
}
