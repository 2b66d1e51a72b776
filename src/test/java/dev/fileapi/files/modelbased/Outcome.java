package dev.fileapi.files.modelbased;

import org.jspecify.annotations.Nullable;

/**
 * How an operation may leave a file.
 *
 * @param answer what the caller gets: a value, or the class of the exception; null while there is more to come
 */
record Outcome(ModelFile file, @Nullable Object answer) {}
