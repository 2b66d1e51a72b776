package dev.fileapi.files;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did something, as their token named them at that time. */
public record User(UUID id, @Nullable String name, @Nullable String email) {}
