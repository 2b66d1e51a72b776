package dev.fileapi.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The uploads in progress of a file, newest first. */
@Serdeable
public record ListUploadsResponse(List<Upload> uploads) {}
