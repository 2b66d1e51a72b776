package dev.fileapi.files.modelbased;

/** The bytes of a blob, with the ETag that their uploader was told. */
record Content(String bytes, String etag) {}
