package dev.fileapi.files.store;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;

/** How the creation of a file with its first version ended. */
public sealed interface FileCreation {

    /**
     * Both were written.
     *
     * @param file as stored, with its revision
     * @param version likewise
     */
    record Created(FileRecord file, VersionRecord version) implements FileCreation {}

    /**
     * Another file occupies the slot; nothing was written.
     *
     * @param occupant that file
     */
    record SlotTaken(FileRecord occupant) implements FileCreation {}

    /** Another file came into the slot or left it meanwhile; nothing was written. The next attempt sees which. */
    record Conflict() implements FileCreation {}
}
