package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;

/** How a caller names a file: by its path or by its id. */
record Place(boolean byPath, int pick) {

    FilePath path() {
        return RealFiles.PATHS.get(pick % RealFiles.PATHS.size());
    }

    FileId id(ModelOfFiles model) {
        return byPath ? model.at(path()) : model.pickFile(pick);
    }
}
