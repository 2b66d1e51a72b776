package dev.fileapi.client;

/**
 * A block that is staged and not committed.
 *
 * @param id as the uploader chose it, in base64
 * @param size in bytes
 */
public record Block(String id, long size) {}
