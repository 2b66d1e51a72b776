package dev.fileapi.client;

/** What a folder has: files and folders. */
public sealed interface ListEntry permits StoredFile, Folder {

    /** Returns the whole path without a leading slash; that of a folder ends in a slash. */
    String path();
}
