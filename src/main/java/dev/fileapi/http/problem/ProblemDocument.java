package dev.fileapi.http.problem;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A problem (RFC 9457).
 *
 * @param instance the request's id, by which it is found in the log
 */
@Serdeable
public record ProblemDocument(String type, String title, int status, String detail, String instance) {}
