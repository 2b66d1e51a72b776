package dev.fileapi.files.model;

/**
 * A block that was staged but not committed.
 *
 * @param id as the client chose it, base64
 * @param size in bytes
 */
public record StagedBlock(String id, long size) {}
