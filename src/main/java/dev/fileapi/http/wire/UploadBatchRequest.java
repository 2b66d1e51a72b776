package dev.fileapi.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which paths a batch of upload links is asked for. */
@Serdeable
public record UploadBatchRequest(@Nullable List<@Nullable String> paths) {}
