package dev.fileapi.files.model;

/** What a browser does with the bytes of a download. */
public enum Disposition {
    /** It saves them. */
    ATTACHMENT,
    /** It shows them, when they are of a type that cannot run as a page; else it saves them. */
    INLINE
}
