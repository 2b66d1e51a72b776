package dev.fileapi.files;

import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.FileState;
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

    /** The live file, even while nascent. */
    FileRecord live(Workspace workspace, FileRef ref) {
        FileRecord file = any(workspace, ref);
        if (file.state() != FileState.LIVE) {
            throw file.isNascent() ? noFile(ref) : new FileGoneException("The file is deleted: restore it first.");
        }
        return file;
    }

    /** The file, live or restorable. */
    FileRecord any(Workspace workspace, FileRef ref) {
        return store.findFile(workspace, ref)
                .filter(file -> file.state() != FileState.PURGING)
                .orElseThrow(() -> noFile(ref));
    }

    UnknownFileException noFile(FileRef ref) {
        return new UnknownFileException(
                "There is no file " + (ref instanceof FilePath ? "at '" + ref + "'" : ref) + " in this workspace.");
    }

    UnknownFileException noVersion(FileId id, VersionId versionId) {
        return new UnknownFileException("File " + id + " has no version " + versionId + ".");
    }
}
