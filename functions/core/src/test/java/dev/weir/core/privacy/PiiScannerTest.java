package dev.weir.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiiScannerTest {

    private static final PiiScanner SCANNER = PiiScanner.COMPLETE;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email      | jane.doe+news@mail.example.co.uk
            email      | jane%40example.com
            email      | jane%2540example.com
            email      | j%61ne%40example%2Ecom
            email      | jürgen@bücher.example
            email      | j%C3%BCrgen%40b%C3%BCcher.example
            email      | jane\\u0040example.com
            email      | "jane doe"@example.com
            phone      | +44 20 7946 0958
            phone      | +1 (202) 555-0147
            phone      | +442079460958
            phone      | %2B44%2020%207946%200958
            card       | 4111 1111 1111 1111
            card       | 4111+1111+1111+1111
            card       | 4111%201111%201111%201111
            card       | 5500-0000-0000-0004
            card       | 5500.0000.0000.0004
            card       | 3782 822463 10005
            card       | 378282246310005
            card       | 6304 0000 0000
            iban       | GB82 WEST 1234 5698 7654 32
            iban       | GB82-WEST-1234-5698-7654-32
            iban       | de89370400440532013000
            iban       | NO93 8601 1117 947
            iban       | MT84 MALT 0110 0001 2345 MTLC AST0 01S
            ip_address | 203.0.113.77
            ip_address | 2001:db8::8a2e:370:7334
            ip_address | 2001:0db8:85a3:0000:0000:8a2e:0370:7334
            ip_address | ::ffff:203.0.113.77
            ip_address | fe80::1ff:fe23:4567:890a%eth0
            ip_address | 2001%3Adb8%3A%3A8a2e
            ssn        | 219-09-9999
            token      | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl
            token      | eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.
            token      | eyJhbGciOiJSU0EtT0FFUCJ9.OKOawDo13gRp.48V1_ALb6US04U3b.5eym8TW_c8SuK0lt.XFBoMYUZodetZdvT
            api_key    | AKIAIOSFODNN7EXAMPLE
            api_key    | ASIAIOSFODNN7EXAMPLE
            api_key    | ghp_0123456789abcdefghijABCDEFGHIJ012345
            api_key    | github_pat_11ABCDEFG0123456789abcd_xyz
            api_key    | xoxb-123456789012-abcdefghij
            api_key    | sk_live_0123456789abcdefghijklmn
            api_key    | rk_live_0123456789abcdefghijklmn
            api_key    | AIzaSyA0123456789abcdefghijklmnopqrstuv
            api_key    | glpat-0123456789abcdefghij
            api_key    | npm_0123456789abcdefghijABCDEFGHIJ012345
            api_key    | SG.0123456789abcdefghijkl.0123456789abcdefghijklmnopqrstuvwxyzABCDEF
            api_key    | SK0123456789abcdef0123456789abcdef
            api_key    | sk-ant-api03-0123456789abcdef-ghij
            api_key    | sk-0123456789abcdefghij0123
            api_key    | Bearer 0123456789abcdef
            """)
    void findsPersonalDataInTheMiddleOfText(String kind, String secret) {
        String text = "seen " + secret + ", twice";

        assertThat(SCANNER.scan(text)).singleElement().satisfies(finding -> {
            assertThat(finding.kind().label()).isEqualTo(kind);
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo(secret);
        });
        assertThat(SCANNER.scan("(" + secret + ")", Meaning.PROSE)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email      | mailto:jane@example.com?subject=hi          | jane@example.com
            email      | jane@example.com.                           | jane@example.com
            email      | <jane@example.com>                          | jane@example.com
            email      | /u/jane@example.com/home                    | jane@example.com
            phone      | +49 170 1234567 2026-02-08                  | +49 170 1234567
            phone      | tel:+442079460958;ext=1                     | +442079460958
            ip_address | [2001:db8::1]:443                           | 2001:db8::1
            ip_address | http://203.0.113.9:8080/x                   | 203.0.113.9
            ip_address | /hosts/203.0.113.9                          | 203.0.113.9
            ip_address | 203.0.113.9.                                | 203.0.113.9
            ip_address | from 2001:db8::1: refused                   | 2001:db8::1
            url_secret | https://jane:hunter2@example.com/x          | jane:hunter2
            url_secret | https://example.com/x?a=1&token=abc&b=2     | abc
            url_secret | https://example.com/x?access_token=abc#top  | abc
            url_secret | https://example.com/cb#id_token=abc         | abc
            url_secret | https://example.com/?X-Amz-Signature=abc    | abc
            url_secret | https://example.com/?sig=abc                | abc
            url_secret | https://example.com/?key=abc                | abc
            url_secret | https://example.com/?code=abc               | abc
            url_secret | https://example.com/?email=jane             | jane
            url_secret | https://example.com/?user%5Bpassword%5D=abc | abc
            url_secret | /cb?to=https%3A%2F%2Fx%2F%3Ftoken%3Dabc     | abc
            url_secret | /reset/9f86d081884c7d659a2f                 | 9f86d081884c7d659a2f
            url_secret | login failed: password=hunter2 for jane     | hunter2
            token      | /verify/eyJhbGciOiJIUzI1NiJ9.eyJzIjoxfQ.c2ln | eyJhbGciOiJIUzI1NiJ9.eyJzIjoxfQ.c2ln
            card       | /4111-1111-1111-1111/                       | 4111-1111-1111-1111
            card       | card-4111 1111 1111 1111                    | 4111 1111 1111 1111
            """)
    void findsItBesideOtherThings(String kind, String text, String secret) {
        assertThat(SCANNER.scan(text)).anySatisfy(finding -> {
            assertThat(finding.kind().label()).isIn(kind, "url_secret");
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo(secret);
        });
    }

    @Test
    void findsAPrivateKeyToItsEnd() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----";

        assertThat(SCANNER.scan("key: " + key + " ok")).singleElement().satisfies(finding -> {
            assertThat(finding.start()).isEqualTo(5);
            assertThat(finding.end()).isEqualTo(5 + key.length());
        });
    }

    @Test
    void findsAPrivateKeyThatIsCutOff() {
        String text = "-----BEGIN PRIVATE KEY-----\nMIIB";

        assertThat(SCANNER.scan(text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.end()).isEqualTo(text.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1767225600000",
                "1767225600000000000",
                "550e8400-e29b-41d4-a716-446655440000",
                "a1b24539-1488-4343-a467-446655440000",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "1186540332165447680",
                "4111111111111111",
                "vod_4111111111111111",
                "/content/4111111111111111/play",
                "9783161484100",
                "978-3-16-148410-0",
                "ISBN 978-3-16-148410-0, second edition",
                "v1.2.3.4",
                "version 1.2.3.4",
                "version=1.2.3.4",
                "build: 10.0.19045.1",
                "1.2.3.4.5",
                "1.2.3-beta.1+20130313144700",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
                "4111 1111 1111 1112",
                "GB82 WEST 1234 5698 7654 33",
                "ZZ68539007547034",
                "DE893704004405320130",
                "a@b",
                "@handle",
                "react@18.2.0",
                "logo@2x.png",
                "2026-02-08T14:30:00.123Z",
                "2026-02-08T14:30:00+01:00",
                "1080p",
                "+12",
                "+0123456789",
                "000-12-3456",
                "666-12-3456",
                "900-12-3456",
                "219-00-9999",
                "219-09-0000",
                "de:ad",
                "00:1b:44:11:3a:b7",
                "std::vector",
                "akamai",
                "vod_12345",
                "d41d8cd98f00b204e9800998ecf8427e",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
                "12:30:45",
                "16/9",
                "en-GB",
                "eyJust text",
                "eyJ.first.second",
                "s3://bucket/product=x/dt=2026-02-08/part-0001.parquet",
                "https://cdn.example.com/v/4111111111111111/1080p.m3u8?quality=hd&start=10",
                "https://example.com/keys?keyboard=de&tokens_left=3",
                "12.50 EUR",
                "51.507351",
                "sk-some-long-hyphenated-slug-name",
                "Basic instinct",
                "Bearer of bad news",
                "SKU-1234",
                "100% cotton",
                "50%20off",
                "C:\\users\\public",
                "/reset/password",
                "/session/started",
                "?=&#"
            })
    void leavesCleanDataAlone(String clean) {
        assertThat(SCANNER.scan(clean)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PHONE   | phone      | 020 7946 0958
            PHONE   | phone      | (202) 555-0147
            PHONE   | phone      | 01701234567
            CARD    | card       | 4111111111111111
            PROSE   | card       | 4111111111111111
            SSN     | ssn        | 219099999
            SSN     | ssn        | 219 09 9999
            PLAIN   | ip_address | 1.2.3.4
            VERSION | ip_address | 203.0.113.9
            VERSION | ip_address | seen 1.2.3.4
            """)
    void takesTheWordOfAKey(Meaning meaning, String kind, String value) {
        assertThat(SCANNER.scan(value, meaning))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind().label()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLAIN   | 020 7946 0958
            PROSE   | 020 7946 0958
            PLAIN   | 219099999
            PROSE   | 219 09 9999
            VERSION | 1.2.3.4
            VERSION | 99.255.255.255
            VERSION | 120.1.0.0
            PHONE   | 12345
            PHONE   | 12345678901234567890
            CARD    | 4111111111111112
            """)
    void doesNotGuessWithoutIt(Meaning meaning, String value) {
        assertThat(SCANNER.scan(value, meaning)).isEmpty();
    }

    @Property
    void findsOnlyPlacesThatAreThereAndInOrder(@ForAll String text, @ForAll Meaning meaning) {
        inOrder(text, meaning);
        inOrder(text.replace('a', '%').replace('b', '4').replace('c', '@') + "%40x.%C3%A9" + text, meaning);
    }

    private static void inOrder(String text, Meaning meaning) {
        int done = 0;
        for (Finding finding : SCANNER.scan(text, meaning)) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(done);
            assertThat(finding.end()).isBetween(finding.start() + 1, text.length());
            done = finding.end();
        }
    }
}
