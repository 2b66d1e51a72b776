package dev.fileapi.cli.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls a provider. Redirects are not followed, and what goes over the network goes over TLS. Messages have no part of an answer. */
public final class ProviderHttp {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /** Returns whether an address is one of this machine. */
    public static boolean isThisMachine(URI address) {
        return address.getHost() != null && THIS_MACHINE.contains(address.getHost());
    }

    /** Reads what an address has. */
    Reply get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(checked(address)).GET());
    }

    /** Sends a form, which may contain secrets. */
    Reply post(URI address, Map<String, String> form) throws IOException {
        return send(HttpRequest.newBuilder(checked(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    /** Returns a form as a query has it too. */
    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(
                    request.header("Accept", "application/json")
                            .timeout(TIMEOUT)
                            .build(),
                    BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), json(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitStatus.TRY_AGAIN, "interrupted");
        }
    }

    private static URI checked(URI address) {
        boolean safe =
                "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isThisMachine(address));
        if (!safe || address.getHost() == null) {
            throw new CommandException(
                    ExitStatus.USAGE, address + ": must be an https address, since secrets are sent to it");
        }
        return address;
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            JsonNode document = JSON.readTree(body);
            return document.isObject() ? document : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException notJson) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * An answer.
     *
     * @param document what it is in JSON; an empty object when it is something else
     */
    record Reply(int status, JsonNode document) {

        boolean isOk() {
            return status == 200;
        }

        /** Returns the code of an error (RFC 6749, section 5.2), or what comes nearest to it. */
        String error() {
            return document.path("error").asText("HTTP status " + status);
        }

        /** Returns a refusal, with what the provider says of it. */
        CommandException refusal(String what) {
            String description = document.path("error_description").asText("");
            return new CommandException(
                    ExitStatus.ACCESS, what + ": " + error() + (description.isEmpty() ? "" : ": " + description));
        }

        /** Leaves the document out, which may have secrets in it. */
        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }
}
