package dev.fileapi.files.modelbased;

/** Whether a blob refuses an honest writer. */
enum Seal {
    OPEN,
    /** A crash may have come before the seal or after it. */
    PERHAPS,
    SEALED
}
