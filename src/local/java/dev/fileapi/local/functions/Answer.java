package dev.fileapi.local.functions;

import java.util.Map;

/** What the host answers. */
public record Answer(int status, Map<String, String> headers, Body body) {

    public static Answer of(int status) {
        return new Answer(status, Map.of(), Body.NONE);
    }

    public static Answer text(String text) {
        return new Answer(200, Map.of("Content-Type", "text/plain; charset=utf-8"), Body.of(text));
    }

    public static Answer json(int status, String json) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), Body.of(json));
    }
}
