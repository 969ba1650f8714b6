package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "Email",
                "user_email",
                "userEmail",
                "contact-email",
                "EMAIL_ADDRESS",
                "email2",
                "user.email",
                "firstName",
                "first_name",
                "First-Name",
                "customer_first_name",
                "billing_address_2",
                "IPAddress",
                "clientIP",
                "dob",
                "dateOfBirth",
                "birth_date",
                "zip",
                "access_token",
                "x-api-key",
                "lat",
                "gps",
                "Vorname",
                "nachname",
                "Straße",
                "geburtsdatum",
                "PLZ",
                "apellidos",
                "código_postal",
                "contraseña",
                "prénom",
                "date_de_naissance",
                "mot_de_passe",
                "endereço",
                "data_nascimento",
                "sobrenome",
                "password"
            })
    void knowsWhatNamesAPerson(String key) {
        assertThat(PersonalKeys.meaning(key)).isEqualTo(Meaning.PERSONAL);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, PHONE", "phone_number, PHONE", "homePhone, PHONE", "Handynummer, PHONE", "téléphone, PHONE",
        "teléfono, PHONE", "telemóvel, PHONE", "mobile, PHONE", "card_number, CARD", "creditCard, CARD",
        "ssn, SSN", "app_version, VERSION", "version, VERSION", "osVersion, VERSION", "user_agent, VERSION"
    })
    void knowsHowAValueIsToBeRead(String key, Meaning meaning) {
        assertThat(PersonalKeys.meaning(key)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "42",
                "name",
                "title",
                "content_id",
                "screen_name",
                "is_mobile",
                "email_count",
                "emails_sent",
                "token_count",
                "phone_model",
                "ship",
                "description",
                "position",
                "latency",
                "platform",
                "plane",
                "flat",
                "address_count",
                "ipsum",
                "zipped",
                "companion",
                "session",
                "key",
                "card",
                "state",
                "code"
            })
    void leavesOtherKeysAlone(String key) {
        assertThat(PersonalKeys.meaning(key)).isEqualTo(Meaning.PLAIN);
    }
}
