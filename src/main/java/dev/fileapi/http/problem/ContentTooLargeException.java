package dev.fileapi.http.problem;

/** The body of a request is larger than its call takes. */
public final class ContentTooLargeException extends RuntimeException {

    /** @param maxBytes how large the body may be */
    public ContentTooLargeException(int maxBytes) {
        super("The body must be at most " + maxBytes + " bytes: send fewer items in one call.");
    }
}
