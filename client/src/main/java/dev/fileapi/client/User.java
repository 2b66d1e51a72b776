package dev.fileapi.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user, as their token named them at the time.
 *
 * @param id the user's id
 * @param name null when the token did not tell
 * @param email null when the token did not tell
 */
public record User(UUID id, @Nullable String name, @Nullable String email) {}
