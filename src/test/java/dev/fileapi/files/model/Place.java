package dev.fileapi.files.model;

import dev.fileapi.files.FileId;
import dev.fileapi.files.FilePath;

/** How a caller names a file: by its path or by its id. */
record Place(boolean byPath, int pick) {

    FilePath path() {
        return RealFiles.PATHS.get(pick % RealFiles.PATHS.size());
    }

    FileId id(ModelOfFiles model) {
        return byPath ? model.at(path()) : model.pickFile(pick);
    }
}
