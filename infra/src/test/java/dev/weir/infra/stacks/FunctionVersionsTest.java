package dev.weir.infra.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What becomes of the versions that aliases have pointed to.
class FunctionVersionsTest {

    /// Lambda publishes nothing where nothing has changed, so a version that a failed update left behind would be in
    /// the
    /// way of the next one.
    @Test
    void aVersionGoesIfTheUpdateThatMadeItFailsAndStaysOtherwise() {
        assertThat(Templates.resources(Templates.production("app"), "AWS::Lambda::Version"))
                .isNotEmpty()
                .allSatisfy((id, version) -> {
                    assertThat(version.path("DeletionPolicy").asText()).as(id).isEqualTo("RetainExceptOnCreate");
                    assertThat(version.path("UpdateReplacePolicy").asText())
                            .as(id)
                            .isEqualTo("Retain");
                });
    }
}
