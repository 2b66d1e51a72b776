package dev.fileapi.acceptance;

import dev.fileapi.files.Workspace;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.functions.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A program that uses the service with a token, in one workspace. */
record Caller(RunningHost host, Workspace workspace, String token) {

    /** An upload link for a path as it stands in the URL, query included. */
    Reply upload(String path) {
        return send("PUT", "/files/path/" + path);
    }

    Reply read(String path) {
        return send("GET", "/files/path/" + path);
    }

    Reply send(String method, String target, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Authorization: Bearer " + token;
        try {
            return new Reply(new RawHttp(host.address())
                    .send(method, host.workspace(workspace).getPath() + target, new byte[0], all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
