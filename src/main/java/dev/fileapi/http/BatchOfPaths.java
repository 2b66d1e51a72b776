package dev.fileapi.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which paths a batch of upload links is asked for. */
@Serdeable
record BatchOfPaths(@Nullable List<@Nullable String> paths) {}
