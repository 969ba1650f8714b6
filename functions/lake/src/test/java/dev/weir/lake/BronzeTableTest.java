package dev.weir.lake;

import static dev.weir.lake.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.core.catalog.EnvelopeField;
import dev.weir.core.event.IdentityKind;
import dev.weir.core.event.StoredEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class BronzeTableTest {

    private static final RecordPlace PLACE = new RecordPlace("shardId-000000000000", SequenceNumber.of("1"));

    @Test
    void shapesAnEventWithoutAnyOptionalField() {
        assertThat(shape(event("e").build())).isInstanceOf(BronzeRow.class);
    }

    @Test
    void refusesAFieldThatBronzeDoesNotKnow() {
        assertThat(shape(event("e").context("shoe_size", "43").build()))
                .isEqualTo(new Misfit("fields that bronze does not know: [shoe_size]"));
    }

    @Test
    void refusesAnIdentityThatBronzeDoesNotKnow() {
        assertThat(shape(event("e").of(IdentityKind.PROFILE, 1).build())).isInstanceOf(Misfit.class);
    }

    @Test
    void refusesAnEventWithoutAFieldThatEveryEventHas() {
        BronzeTable strict = new BronzeTable(replaced(new EnvelopeField("market", EnvelopeField.Type.STRING, false)));

        assertThat(strict.shape(event("e").build(), PLACE, 0))
                .isEqualTo(new Misfit("'market' is absent, out of range, or no STRING"));
    }

    @Test
    void refusesAValueOfAnotherType() {
        BronzeTable changed = new BronzeTable(replaced(new EnvelopeField("market", EnvelopeField.Type.INTEGER, true)));

        assertThat(changed.shape(event("e").context("market", "GB").build(), PLACE, 0))
                .isEqualTo(new Misfit("'market' is absent, out of range, or no INTEGER"));
    }

    @Test
    void refusesATimeThatNoFolderCanBeNamedAfter() {
        assertThat(shape(event("e").at("+12026-02-08T00:00:00Z").build())).isInstanceOf(Misfit.class);
        assertThat(shape(event("e").at("1969-12-31T23:59:59Z").build())).isInstanceOf(Misfit.class);
    }

    @Test
    void refusesAProductThatNoFolderCanBeNamedAfter() {
        assertThat(shape(event("e").product("../silver").build())).isInstanceOf(Misfit.class);
    }

    @Test
    void doesNotShowWhatARowHolds() {
        Shaped row = shape(event("e-secret").property("title", "secret").build());

        assertThat(row).asString().doesNotContain("secret");
    }

    private static Shaped shape(StoredEvent event) {
        return Fields.TABLE.shape(event, PLACE, 0);
    }

    private static List<EnvelopeField> replaced(EnvelopeField field) {
        return Fields.ENVELOPE.stream()
                .map(old -> old.name().equals(field.name()) ? field : old)
                .toList();
    }
}
