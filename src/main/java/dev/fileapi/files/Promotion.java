package dev.fileapi.files;

import dev.fileapi.files.model.UploadState;

/** What came of promoting a version. */
public sealed interface Promotion {

    /** The copy is recorded: the file at its new version, or as it was when that was the latest already. */
    record Promoted(FileView file) implements Promotion {}

    /** The copy is still being made, or its bytes are still being read: it becomes a version as an upload does. */
    record Underway(UploadState copy) implements Promotion {}
}
