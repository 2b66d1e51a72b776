package dev.fileapi.http.problem;

import io.micronaut.serde.annotation.Serdeable;

/** What a call that failed is answered with (RFC 9457). */
@Serdeable
public record ProblemDocument(String type, String title, int status, String detail) {}
