package dev.fileapi.files.model;

import dev.fileapi.files.VersionId;

/** A file's latest version. */
record Pointer(VersionId id, Content content) {}
