package dev.fileapi.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The uploads in progress of a file, newest first. */
@Serdeable
record UploadsInProgress(List<Upload> uploads) {}
