package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.VersionId;

/** A file's latest version. */
record Pointer(VersionId id, Content content, Knowledge known) {

    Pointer afterReading() {
        return new Pointer(id, content, known.afterReading());
    }
}
