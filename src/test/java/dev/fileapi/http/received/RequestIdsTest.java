package dev.fileapi.http.received;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.logging.TraceParent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestIdsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Map<String, String> TRACED = Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

    @Test
    void theHostsPositionInTheCallersTraceIsTheAnswers() {
        TraceParent host = new TraceParent(TRACE, "b7ad6b7169203331", "01");

        assertThat(RequestIds.of(TRACED, "id", host).headers())
                .isEqualTo(Map.of("x-ms-request-id", "id", "traceparent", host.toString()));
    }

    @Test
    void aHostThatDoesNotContinueTheCallersTraceDoesNotHideIt() {
        TraceParent host = new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01");

        assertThat(RequestIds.of(TRACED, "id", host).headers().get("traceparent"))
                .startsWith("00-" + TRACE + "-");
    }

    @Test
    void aTraceThatTheHostBeginsIsToldToACallerWithoutOne() {
        TraceParent host = new TraceParent(TRACE, "b7ad6b7169203331", "00");

        assertThat(RequestIds.of(Map.of(), "id", host).headers()).containsEntry("traceparent", host.toString());
    }

    @Test
    void aHostWithoutIdsGetsARandomOne() {
        assertThat(RequestIds.of(Map.of(), null, null).headers())
                .containsOnlyKeys("x-ms-request-id")
                .isNotEqualTo(RequestIds.of(Map.of(), null, null).headers());
    }
}
