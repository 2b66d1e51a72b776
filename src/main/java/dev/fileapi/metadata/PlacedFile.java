package dev.fileapi.metadata;

import dev.fileapi.files.model.FileRecord;

/**
 * A file of a listing.
 *
 * @param place where the store has it in the listing's order
 */
public record PlacedFile(FileRecord file, ListCursor place) {}
