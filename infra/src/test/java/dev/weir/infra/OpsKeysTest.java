package dev.weir.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys that a first deployment makes, and that later ones leave alone.
class OpsKeysTest {

    @TempDir
    private Path folder;

    private Ops ops;

    @BeforeEach
    void release() throws IOException {
        ops = Ops.in(folder);
    }

    @Test
    void leavesKeysThatAreThereAlone() throws Exception {
        ops.answers("describe-change-set", "Modify\tFalse\tAWS::Lambda::Function\tcollector");

        ops.run("deploy", "production", "--yes");

        assertThat(ops.calls()).noneMatch(call -> call.contains("s3 cp - ") || call.contains("put-secret-value"));
    }

    @Test
    void takesPseudonymKeysFromTheBucketWhereAnOlderReleaseLeftThem() throws Exception {
        String kept = "{\"current\":2,\"keys\":{\"2\":\"bmV3\",\"1\":\"b2xk\"}}";
        ops.answers("describe-change-set", "Modify\tFalse\tAWS::Lambda::Function\tcollector");
        ops.answers("length(Versions", "0");
        ops.stores("pseudonym-keys.json", kept);

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.errors()).contains("pseudonym keys are in Secrets Manager now");
        assertThat(ops.stored("pseudonym-keys.json")).isEqualTo(kept);
    }

    @Test
    void makesNoPseudonymKeysIfItCannotSeeWhetherThereAreAny() throws Exception {
        ops.answers("describe-change-set", "Modify\tFalse\tAWS::Lambda::Function\tcollector");
        ops.answers("length(Versions", "!255");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(ops.calls()).noneMatch(call -> call.contains("put-secret-value"));
    }

    @Test
    void makesKeysTheFirstTime() throws Exception {
        ops.answers("describe-change-set", "Add\tNone\tAWS::Lambda::Function\tcollector");
        ops.answers("length(Contents", "0");
        ops.answers("length(Versions", "0");

        ops.run("deploy", "production", "--yes");

        assertThat(ops.stored("write-keys.json")).isEqualTo("{\"keys\":[]}");
        assertThat(ops.stored("privacy-keys.json")).isEqualTo("{\"keys\":[]}");
        assertThat(ops.stored("pseudonym-keys.json"))
                .matches("\\{\"current\":1,\"keys\":\\{\"1\":\"[A-Za-z0-9+/]{43}=\"}}");
    }

    @Test
    void evidenceCanBeSignedWithTheKeyThatItMakes() throws Exception {
        ops.answers("describe-change-set", "Add\tNone\tAWS::Lambda::Function\tcollector");
        ops.answers("length(Contents", "0");

        ops.run("deploy", "production", "--yes");

        JsonNode key = new JsonMapper().readTree(ops.stored("evidence-key.json"));
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(
                keys.generatePrivate(new PKCS8EncodedKeySpec(key.path("private").binaryValue())));
        byte[] signed = signing.sign();
        Signature checking = Signature.getInstance("Ed25519");
        checking.initVerify(
                keys.generatePublic(new X509EncodedKeySpec(key.path("public").binaryValue())));
        assertThat(checking.verify(signed)).isTrue();
        assertThat(ops.calls())
                .noneMatch(call -> call.contains(key.path("private").asText()));
    }

    @Test
    void saysThatNoEvidenceKeyCanBeMade() throws Exception {
        ops.answers("describe-change-set", "Add\tNone\tAWS::Lambda::Function\tcollector");
        ops.answers("length(Contents", "0");
        ops.tool("openssl", "exit 1");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("needs openssl 1.1.1 or later");
        assertThat(ops.calls()).noneMatch(call -> call.contains("evidence-key.json --only"));
    }

    @Test
    void makesNoKeysIfItCannotSeeWhetherThereAreAny() throws Exception {
        ops.answers("describe-change-set", "Add\tNone\tAWS::Lambda::Function\tcollector");
        ops.answers("length(Contents", "!255");

        Ops.Run run = ops.run("deploy", "production", "--yes");

        assertThat(run.status()).isEqualTo(1);
        assertThat(ops.calls()).noneMatch(call -> call.contains("s3 cp - "));
    }
}
