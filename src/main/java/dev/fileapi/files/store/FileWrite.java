package dev.fileapi.files.store;

import dev.fileapi.files.model.FileRecord;

/** How a conditional write of a file ended. */
public sealed interface FileWrite {

    /**
     * The write was done.
     *
     * @param file as stored, with its new revision
     */
    record Written(FileRecord file) implements FileWrite {}

    /** The file was changed or removed since it was read; nothing was written. */
    record Outdated() implements FileWrite {}

    /** Another file occupies the slot; nothing was written. */
    record SlotTaken() implements FileWrite {}
}
