package dev.fileapi.files.store;

import dev.fileapi.files.model.FileRecord;

/** What a listing of one level has: a file without a slash after the prefix, or a folder that stands for all files below it. */
public sealed interface LevelEntry {

    /** Its place in the order by path. */
    String path();

    /**
     * A folder.
     *
     * @param path the whole path, with a trailing slash
     */
    record Folder(String path) implements LevelEntry {}

    /** A file. */
    record File(FileRecord file) implements LevelEntry {

        @Override
        public String path() {
            return file.path().value();
        }
    }
}
