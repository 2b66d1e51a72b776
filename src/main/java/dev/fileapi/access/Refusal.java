package dev.fileapi.access;

import io.micronaut.http.HttpRequest;

/** Why a request has no caller. A bad token is not an error yet, as the call may need none: the reason stays with the request. */
public final class Refusal {

    private static final String REASON = "dev.fileapi.access.refusal";

    private Refusal() {}

    public static void keep(HttpRequest<?> request, AccessException reason) {
        request.setAttribute(REASON, reason);
    }

    /** The reason that was kept; without one, that there is no token. */
    static AccessException of(HttpRequest<?> request) {
        return request.getAttribute(REASON, AccessException.class)
                .orElseGet(() -> new UnauthenticatedException(
                        "There is no token: send the header Authorization: Bearer <token>."));
    }
}
