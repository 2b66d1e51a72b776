package dev.fileapi.files.modelbased;

/**
 * The bytes of a blob, with the ETag that their uploader was told.
 *
 * @param fit whether they can become a version
 */
record Content(String bytes, String etag, boolean fit) {

    Content(String bytes, String etag) {
        this(bytes, etag, true);
    }
}
