package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.FileCreation;

/** Stores a new file with its first version: both or neither. */
interface FirstVersions {

    FileCreation create(FileRecord file, VersionRecord first);
}
