package dev.fileapi.local.cosmos;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Between HTTP and the gateway. */
final class GatewayHandler extends Handler.Abstract {

    private final Gateway gateway;

    GatewayHandler(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Call call = call(request);
        try {
            send(call, gateway.answer(call), response, callback);
        } catch (IOException e) {
            // only a closed connection leaves the client in doubt
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(e);
        }
        return true;
    }

    private static Call call(Request request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue() == null ? "" : field.getValue());
        }
        List<String> segments = Arrays.stream(request.getHttpURI().getPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        try (InputStream body = Request.asInputStream(request)) {
            return new Call(
                    request.getMethod(), segments, headers, new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void send(Call call, Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        // with no constant for the name Jetty keeps its lower case, which the client relies on for etag
        reply.headers().forEach((name, value) -> response.getHeaders().put(new HttpField(null, name, value)));
        response.getHeaders().put("x-ms-request-charge", Double.toString(reply.charge()));
        response.getHeaders()
                .put(
                        "x-ms-activity-id",
                        call.headers()
                                .getOrDefault(
                                        "x-ms-activity-id", UUID.randomUUID().toString()));
        response.getHeaders().put("x-ms-version", "2020-07-15");
        if (reply.subStatus() != 0) {
            response.getHeaders().put("x-ms-substatus", reply.subStatus());
        }
        if (!reply.body().isEmpty()) {
            response.getHeaders().put("Content-Type", "application/json");
        }
        response.write(true, BufferUtil.toBuffer(reply.body(), StandardCharsets.UTF_8), callback);
    }
}
