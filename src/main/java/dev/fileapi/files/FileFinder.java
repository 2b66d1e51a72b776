package dev.fileapi.files;

import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;

/** Finds the file that a caller names, or says why it cannot be had. */
@Singleton
final class FileFinder {

    private final MetadataStore store;

    FileFinder(MetadataStore store) {
        this.store = store;
    }

    /** The live file at the path, even while nascent. */
    FileRecord live(Workspace workspace, FilePath path) {
        return store.findFile(workspace, Slot.of(path)).orElseThrow(() -> noFileAt(path));
    }

    /** The live file of that id, even while nascent. */
    FileRecord live(Workspace workspace, FileId id) {
        FileRecord file = any(workspace, id);
        if (file.state() != FileState.LIVE) {
            throw file.isNascent() ? noFile(id) : new FileGoneException("The file is deleted: restore it first.");
        }
        return file;
    }

    /** The file of that id, live or restorable. */
    FileRecord any(Workspace workspace, FileId id) {
        return store.findFile(workspace, id)
                .filter(file -> file.state() != FileState.PURGING)
                .orElseThrow(() -> noFile(id));
    }

    UnknownFileException noFileAt(FilePath path) {
        return new UnknownFileException("There is no file at '" + path + "' in this workspace.");
    }

    UnknownFileException noFile(FileId id) {
        return new UnknownFileException("There is no file " + id + " in this workspace.");
    }

    UnknownFileException noVersion(FileId id, VersionId versionId) {
        return new UnknownFileException("File " + id + " has no version " + versionId + ".");
    }
}
