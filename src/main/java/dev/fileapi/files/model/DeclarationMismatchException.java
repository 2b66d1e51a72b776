package dev.fileapi.files.model;

/** What is declared for an upload in progress is not what it was issued with. */
public final class DeclarationMismatchException extends FilesException {

    /** @param field its name, as callers write it */
    public DeclarationMismatchException(String field) {
        super(
                Reason.DECLARATION_MISMATCH,
                field
                        + ": must be what the upload was issued with; omit it, or begin another upload (without version_id,"
                        + " and with another Idempotency-Key if with one)");
    }
}
