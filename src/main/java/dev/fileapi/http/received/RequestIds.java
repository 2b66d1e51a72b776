package dev.fileapi.http.received;

import dev.fileapi.logging.TraceParent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids by which a call is found, sent back with its answer.
 *
 * @param requestId in the service's log
 * @param trace in the traces of its caller; null when the call is not traced
 * @param clientRequestId in the caller's own records; null when the caller sent none that can be sent back
 */
public record RequestIds(
        String requestId,
        @Nullable TraceParent trace,
        @Nullable String clientRequestId) {

    private static final String CLIENT_REQUEST_ID = "x-ms-client-request-id";
    private static final String TRACE_PARENT = "traceparent";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /**
     * Returns the ids of a call. The trace is the caller's; the host continues it, or begins one where the caller has none.
     *
     * @param headers of the request, by name in lower case
     * @param invocationId the host's id of the call; null: a random one
     * @param hostTrace the host's position in the trace; null when the host keeps none
     */
    public static RequestIds of(
            Map<String, String> headers, @Nullable String invocationId, @Nullable TraceParent hostTrace) {
        Optional<TraceParent> callers = TraceParent.parse(headers.get(TRACE_PARENT));
        boolean continued = hostTrace != null
                && callers.map(trace -> trace.traceId().equals(hostTrace.traceId()))
                        .orElse(true);
        String clientRequestId = headers.get(CLIENT_REQUEST_ID);
        return new RequestIds(
                invocationId == null ? UUID.randomUUID().toString() : invocationId,
                continued ? hostTrace : callers.map(TraceParent::next).orElse(null),
                clientRequestId != null && PRINTABLE.matcher(clientRequestId).matches() ? clientRequestId : null);
    }

    /** Returns the answer's headers. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ms-request-id", requestId);
        if (trace != null) {
            headers.put(TRACE_PARENT, trace.toString());
        }
        if (clientRequestId != null) {
            headers.put(CLIENT_REQUEST_ID, clientRequestId);
        }
        return headers;
    }
}
