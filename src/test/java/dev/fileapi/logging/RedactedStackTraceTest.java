package dev.fileapi.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactedStackTraceTest {

    @Test
    void secretsAreMasked() {
        String trace = RedactedStackTrace.of(
                new IllegalStateException(
                        "PUT https://a.blob.core.windows.net/f/b?sp=cw&sig=abc%3D&se=1 AccountKey=topsecret==;X=1 Bearer ey.J.x"));

        assertThat(trace)
                .contains("sig=***&se=1", "AccountKey=***;X=1", "Bearer ***", "RedactedStackTraceTest")
                .doesNotContain("abc%3D", "topsecret", "ey.J.x");
    }
}
