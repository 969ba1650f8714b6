package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiiScannerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email      | jane.doe+news@mail.example.co.uk
            email      | jane%40example.com
            phone      | +44 20 7946 0958
            phone      | +1 (202) 555-0147
            card       | 4111 1111 1111 1111
            card       | 5500-0000-0000-0004
            card       | 378282246310005
            iban       | GB82 WEST 1234 5698 7654 32
            iban       | de89370400440532013000
            ip_address | 203.0.113.77
            ip_address | 2001:db8::8a2e:370:7334
            ssn        | 219-09-9999
            token      | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl
            """)
    void findsPersonalDataInTheMiddleOfText(String kind, String secret) {
        String text = "seen " + secret + ", twice";

        assertThat(PiiScanner.scan(text)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo(secret);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1767225600000",
                "550e8400-e29b-41d4-a716-446655440000",
                "1186540332165447680",
                "9783161484100",
                "v1.2.3.4",
                "1.2.3.4.5",
                "4111 1111 1111 1112",
                "GB82 WEST 1234 5698 7654 33",
                "ZZ68539007547034",
                "DE893704004405320130",
                "a@b",
                "@handle",
                "2026-02-08T14:30:00.123Z",
                "1080p",
                "+12",
                "000-12-3456",
                "de:ad",
                "akamai",
                "vod_12345",
                "d41d8cd98f00b204e9800998ecf8427e",
                "12:30:45",
                "16/9",
                "en-GB",
                "eyJust text"
            })
    void leavesCleanDataAlone(String clean) {
        assertThat(PiiScanner.scan(clean)).isEmpty();
    }

    @Property
    void findsOnlyPlacesThatAreThereAndInOrder(@ForAll String text) {
        int done = 0;
        for (Finding finding : PiiScanner.scan(text)) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(done);
            assertThat(finding.end()).isBetween(finding.start() + 1, text.length());
            done = finding.end();
        }
    }
}
