package dev.fileapi.http.limits;

import java.time.Duration;

/**
 * What is left of a caller's calls, as RateLimit header fields for HTTP tell it (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * @param allowed whether the call that was counted may be made
 * @param limit calls in a minute
 * @param remaining calls that may be made at once
 * @param reset until all calls may be made again; when this one may not, until it may; whole seconds
 */
record CallQuota(boolean allowed, int limit, int remaining, Duration reset) {

    private static final int SECONDS = 60;
    private static final String NAME = "\"calls\"";

    /** Returns the header {@code RateLimit-Policy}. */
    String policyHeader() {
        return NAME + ";q=" + limit + ";w=" + SECONDS;
    }

    /** Returns the header {@code RateLimit}. */
    String header() {
        return NAME + ";r=" + remaining + ";t=" + reset.toSeconds();
    }
}
