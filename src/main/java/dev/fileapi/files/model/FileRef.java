package dev.fileapi.files.model;

/** Names a file: by its path, which names a live file, or by its id. */
public sealed interface FileRef permits FileId, FilePath {}
