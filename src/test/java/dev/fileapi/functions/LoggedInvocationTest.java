package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.TraceContext;
import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.logging.LogConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Every line that is logged can be found by the invocation and the trace that it belongs to. */
class LoggedInvocationTest {

    @Test
    void itsIdsAreOnEveryLineUntilItEnds() {
        assertThat(new LoggedInvocation(new Traced()).call(MDC::getCopyOfContextMap))
                .isEqualTo(Map.of(
                        "function", "Sweep",
                        "invocation_id", "0b1c",
                        "operation_Id", "4bf92f3577b34da6a3ce929d0e0e4736"));
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void aHostWithoutTracesLeavesTheTraceOut() {
        assertThat(new LoggedInvocation(new NoContext()).call(MDC::getCopyOfContextMap))
                .containsOnlyKeys("function", "invocation_id");
    }

    @Test
    void itsIdsGoWithWorkGivenToOtherThreads() {
        WorkerThreads threads = new WorkerThreads("test", 1);
        LoggedInvocation invocation = new LoggedInvocation(new NoContext());
        assertThat(invocation.call(() -> CompletableFuture.supplyAsync(() -> MDC.get("invocation_id"), threads)
                        .join()))
                .isEqualTo("invocation");
        assertThat(CompletableFuture.supplyAsync(MDC::getCopyOfContextMap, threads)
                        .join())
                .isNullOrEmpty();
        threads.shutdownNow();
    }

    @Test
    void aLineIsOneJsonObject() throws IOException {
        LoggerContext context = configured();
        LoggingEvent event = new LoggingEvent(
                "x", context.getLogger("dev.fileapi.files.sweep.Sweep"), Level.INFO, "swept: {}", null, new Object[] {
                    "all\nof it"
                });
        event.setMDCPropertyMap(Map.of("invocation_id", "0b1c"));

        String line = new String(encoder(context).encode(event), StandardCharsets.UTF_8);

        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        assertThat(json.get("level").asText()).isEqualTo("INFO");
        assertThat(json.get("loggerName").asText()).isEqualTo("dev.fileapi.files.sweep.Sweep");
        assertThat(json.get("formattedMessage").asText()).isEqualTo("swept: all\nof it");
        assertThat(json.get("mdc").get("invocation_id").asText()).isEqualTo("0b1c");
    }

    private static LoggerContext configured() {
        LoggerContext context = new LoggerContext();
        LogConfiguration.apply(context);
        return context;
    }

    private static JsonEncoder encoder(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("STDOUT");
        return (JsonEncoder) console.getEncoder();
    }

    /** An invocation of the sweep that is part of a trace. */
    private static final class Traced implements ExecutionContext {

        @Override
        public Logger getLogger() {
            return Logger.getLogger("function");
        }

        @Override
        public String getInvocationId() {
            return "0b1c";
        }

        @Override
        public String getFunctionName() {
            return "Sweep";
        }

        @Override
        public TraceContext getTraceContext() {
            return new TraceContext() {
                @Override
                public String getTraceparent() {
                    return "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
                }

                @Override
                public String getTracestate() {
                    return "";
                }

                @Override
                public Map<String, String> getAttributes() {
                    return Map.of();
                }
            };
        }
    }
}
