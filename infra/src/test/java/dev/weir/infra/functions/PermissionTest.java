package dev.weir.infra.functions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:s3:::bucket/bronze/*",
                "arn:aws:s3:::bucket",
                "${DataKeyArn}",
                "arn:aws:logs:r:1:log-group:/aws/lambda/f:*"
            })
    void takesANamedResource(String resource) {
        assertThatCode(() -> new Permission("Read", List.of("s3:GetObject"), List.of(resource)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "arn:aws:s3:::*", "arn:aws:s3:::weir-*", "arn:aws:s3:::b*/x", "bucket"})
    void refusesAWildcardInPlaceOfAName(String resource) {
        assertThatThrownBy(() -> new Permission("Read", List.of("s3:GetObject"), List.of(resource)))
                .hasMessageContaining("Read: a wildcard stands at the end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "s3:*", "s3:Get*"})
    void refusesActionsThatAreNotWrittenOut(String action) {
        assertThatThrownBy(() -> new Permission("Read", List.of(action), List.of("arn:aws:s3:::b")))
                .hasMessageContaining("Read: actions are written out");
    }

    @Test
    void refusesAStatementWithoutResources() {
        assertThatThrownBy(() -> new Permission("Read", List.of("s3:GetObject"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
