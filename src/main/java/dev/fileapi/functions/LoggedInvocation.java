package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.TraceContext;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the ids of an invocation and of its trace on every line that is logged in its course: {@code invocation_id} is the Functions
 * host's, {@code operation_Id} is what Application Insights calls the trace id of a {@code traceparent} (W3C Trace Context, section 3.2).
 */
record LoggedInvocation(ExecutionContext context) {

    private static final String FUNCTION = "function";
    private static final String INVOCATION = "invocation_id";
    private static final String TRACE = "operation_Id";
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    void run(Runnable body) {
        call(() -> {
            body.run();
            return true;
        });
    }

    <T> T call(Supplier<T> body) {
        put(FUNCTION, context.getFunctionName());
        put(INVOCATION, context.getInvocationId());
        put(TRACE, traceId(context.getTraceContext()));
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

    private static @Nullable String traceId(@Nullable TraceContext context) {
        String parent = context == null ? null : context.getTraceparent();
        Matcher parts = TRACE_PARENT.matcher(parent == null ? "" : parent);
        return parts.matches() ? parts.group(1) : null;
    }
}
