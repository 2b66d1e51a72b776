package dev.fileapi.http.openapi;

import java.util.Map;

/** Fills in the documentation page, so that "Try it out" works unedited. A local host has one; a deployed service does not. */
public interface TryItOut {

    /** Returns the values of path parameters, by name. */
    Map<String, String> parameters();

    /** Returns a token that is valid now. It is a secret. */
    String token();
}
