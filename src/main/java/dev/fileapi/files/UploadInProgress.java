package dev.fileapi.files;

import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.UploadState;

/** An upload in progress, and the path of its file. */
public record UploadInProgress(FilePath path, UploadState upload) {}
