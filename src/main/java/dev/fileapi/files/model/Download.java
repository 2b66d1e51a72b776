package dev.fileapi.files.model;

import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a version are sent.
 *
 * @param fileName under which a browser saves them
 * @param contentType as told for the version; null when it was not: then what is set on the blob or, without that, by the file's name
 * @param disposition what a browser does with them, where that is safe
 */
public record Download(String fileName, @Nullable String contentType, Disposition disposition) {}
