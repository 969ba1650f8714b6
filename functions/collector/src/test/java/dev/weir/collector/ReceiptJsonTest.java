package dev.weir.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.core.event.Redaction;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReceiptJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void saysForWhatWhyWhatWasDoneAndHowLong() throws IOException {
        var accepted = Verdicts.accepted(
                new Redaction("/properties/shoe_size", "unknown", Redaction.Action.REMOVED),
                new Redaction("/properties/note", "email", Redaction.Action.MASKED),
                new Redaction("/user_id", "identifier", Redaction.Action.HASHED));

        assertThat(JSON.readTree(ReceiptJson.full(accepted).toString())).isEqualTo(JSON.readTree("""
                {"purpose": "analytics",
                 "basis": "event",
                 "tags": ["no_ad_targeting", "no_personalization"],
                 "purposes": [
                   {"purpose": "analytics", "allowed": true, "by": "event"},
                   {"purpose": "ad_targeting", "allowed": false, "by": "gpc"},
                   {"purpose": "personalization", "allowed": false, "by": "claims"}],
                 "redacted": 3,
                 "redactions": [
                   {"pointer": "/properties/shoe_size", "found": "unknown", "action": "removed"},
                   {"pointer": "/properties/note", "found": "email", "action": "masked"},
                   {"pointer": "/user_id", "found": "identifier", "action": "hashed"}],
                 "retention": "standard",
                 "expires_on": "2027-02-08",
                 "policy": "3f2a90b1c4d5"}
                """));
    }

    @Test
    void theShortFormSaysHowMuchWasDoneAndNotWhere() throws IOException {
        var accepted = Verdicts.accepted(new Redaction("/properties/note", "email", Redaction.Action.MASKED));

        assertThat(JSON.readTree(ReceiptJson.summary(accepted).toString())).isEqualTo(JSON.readTree("""
                {"purpose": "analytics",
                 "basis": "event",
                 "tags": ["no_ad_targeting", "no_personalization"],
                 "redacted": 1,
                 "retention": "standard",
                 "expires_on": "2027-02-08",
                 "policy": "3f2a90b1c4d5"}
                """));
    }

    @Test
    void whereNothingWasDoneTheListIsEmptyAndThere() {
        assertThat(ReceiptJson.full(Verdicts.accepted()).get("redactions"))
                .isNotNull()
                .isEmpty();
    }
}
