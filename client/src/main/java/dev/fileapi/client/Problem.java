package dev.fileapi.client;

import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457), as the service sends it for a call or for one item of a batch.
 *
 * @param type identifies the kind of problem
 * @param title what kind it is, for people
 * @param status the HTTP status
 * @param detail what was wrong and what to change
 * @param instance the id of the call in the service's log; null when it was not told
 */
public record Problem(
        String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String instance) {}
