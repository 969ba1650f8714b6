package dev.weir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportSignerTest {

    private static final Map<String, String> CREDENTIALS =
            Map.of("aws.accessKeyId", "local", "aws.secretAccessKey", "local", "aws.region", "eu-west-1");

    @BeforeEach
    void haveCredentials() {
        CREDENTIALS.forEach(System::setProperty);
    }

    @AfterEach
    void haveNone() {
        CREDENTIALS.keySet().forEach(System::clearProperty);
    }

    @Test
    void aLinkGoesToWhereTheBucketIsAndHoldsForAQuarterOfAnHour() {
        URI endpoint = URI.create("http://127.0.0.1:9000");

        URI link = URI.create(new ExportSigner(new ExportSettings("files", true, Optional.of(endpoint)))
                .sign("exports/random.zip", "access.zip"));

        assertThat(link).hasHost("127.0.0.1").hasPort(9000).hasPath("/files/exports/random.zip");
        assertThat(link.getQuery()).contains("X-Amz-Expires=900", "X-Amz-Signature=", "filename=\"access.zip\"");
    }

    @Test
    void withoutAnEndpointALinkGoesToTheBucketAtAws() {
        String link = new ExportSigner(new ExportSettings("files", false, Optional.empty())).sign("exports/x", "x.zip");

        assertThat(URI.create(link)).hasHost("files.s3.eu-west-1.amazonaws.com");
    }
}
