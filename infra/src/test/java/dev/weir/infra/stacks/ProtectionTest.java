package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No stack is removed by a slip: not a setting of templates, so `infra/ops deploy` sets it as well (`OpsTest`).
class ProtectionTest {

    @Test
    void everyStackIsProtectedFromBeingRemoved(@TempDir Path folder) throws IOException {
        WeirApp.of(Templates.deployment("production"), folder).synth();
        JsonNode artifacts = new JsonMapper()
                .readTree(folder.resolve("manifest.json").toFile())
                .path("artifacts");
        assertThat(Templates.STACKS)
                .allSatisfy(stack -> assertThat(artifacts
                                .path(stack)
                                .at("/properties/terminationProtection")
                                .asBoolean())
                        .as(stack)
                        .isTrue());
    }
}
