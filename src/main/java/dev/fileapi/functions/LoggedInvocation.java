package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.TraceContext;
import dev.fileapi.logging.TraceParent;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the ids of an invocation and of its trace on every line that is logged in its course: {@code invocation_id} is the Functions
 * host's, {@code operation_Id} is what Application Insights calls the trace id of a {@code traceparent} (W3C Trace Context, section 3.2).
 */
record LoggedInvocation(ExecutionContext context, @Nullable TraceParent trace) {

    private static final String FUNCTION = "function";
    private static final String INVOCATION = "invocation_id";
    private static final String TRACE = "operation_Id";

    LoggedInvocation(ExecutionContext context) {
        this(context, traceOf(context));
    }

    /** Returns the host's position in the trace; null when the host keeps none. */
    static @Nullable TraceParent traceOf(ExecutionContext context) {
        TraceContext trace = context.getTraceContext();
        return trace == null ? null : TraceParent.parse(trace.getTraceparent()).orElse(null);
    }

    void run(Runnable body) {
        call(() -> {
            body.run();
            return true;
        });
    }

    <T> T call(Supplier<T> body) {
        put(FUNCTION, context.getFunctionName());
        put(INVOCATION, context.getInvocationId());
        put(TRACE, trace == null ? null : trace.traceId());
        try {
            return body.get();
        } finally {
            MDC.remove(FUNCTION);
            MDC.remove(INVOCATION);
            MDC.remove(TRACE);
        }
    }

    private static void put(String key, @Nullable String value) {
        if (value != null) {
            MDC.put(key, value);
        }
    }
}
