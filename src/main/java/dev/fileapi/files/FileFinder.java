package dev.fileapi.files;

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

    FileNotFoundException noFileAt(FilePath path) {
        return new FileNotFoundException("There is no file at '" + path + "' in this workspace.");
    }

    FileNotFoundException noFile(FileId id) {
        return new FileNotFoundException("There is no file " + id + " in this workspace.");
    }

    FileNotFoundException noVersion(FileId id, VersionId versionId) {
        return new FileNotFoundException("File " + id + " has no version " + versionId + ".");
    }
}
