package dev.fileapi.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-later",
            })
    void isRead(String header) {
        assertThat(TraceParent.parse(header)).contains(new TraceParent(TRACE, "00f067aa0ba902b7", "01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            })
    void isNotReadWhenItIsNotValid(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Test
    void theNextPositionIsInTheSameTrace() {
        TraceParent next = new TraceParent(TRACE, "00f067aa0ba902b7", "01").next();

        assertThat(next.toString()).matches("00-" + TRACE + "-[0-9a-f]{16}-01");
        assertThat(next.parentId()).isNotEqualTo("00f067aa0ba902b7");
    }
}
