package dev.fileapi.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paths of a batch of uploads. */
@Serdeable
public record UploadBatchRequest(@Nullable List<@Nullable String> paths) {}
