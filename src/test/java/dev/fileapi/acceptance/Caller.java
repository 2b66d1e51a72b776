package dev.fileapi.acceptance;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.functions.RawHttp;
import dev.fileapi.local.functions.RawHttp.RawAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A program that uses the service with a token, in one workspace. */
record Caller(RunningHost host, Workspace workspace, String token) {

    /** An upload link for a path as it stands in the URL, query included. */
    Reply upload(String path) {
        return send("PUT", "/files/path/" + path);
    }

    Reply read(String path) {
        return send("GET", "/files/path/" + path);
    }

    /** Sends a request; its answer is as the API is described, or the test fails. */
    Reply send(String method, String target, String... headers) {
        return send(method, target, new byte[0], headers);
    }

    /** As {@link #send(String, String, String...)}, with a body in JSON. */
    Reply sendJson(String method, String target, String body) {
        return send(method, target, body.getBytes(StandardCharsets.UTF_8), "Content-Type: application/json");
    }

    private Reply send(String method, String target, byte[] body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Authorization: Bearer " + token;
        try {
            String address = host.workspace(workspace).getPath() + target;
            RawAnswer answer = new RawHttp(host.address()).send(method, address, body, all);
            String type = String.join(",", answer.header("Content-Type"));
            OpenApiValidation.check(method, address, answer.status(), type, answer.body());
            return new Reply(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
