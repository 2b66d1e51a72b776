package dev.fileapi.client;

/**
 * A folder, which is there as long as a file's path begins with it.
 *
 * @param path the whole path without a leading slash and with a trailing one
 */
public record Folder(String path) implements ListEntry {}
