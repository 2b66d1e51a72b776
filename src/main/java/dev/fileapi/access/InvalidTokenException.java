package dev.fileapi.access;

/** A good token that gives no access to the organisation. */
public final class InvalidTokenException extends AccessException {

    public InvalidTokenException(String detail) {
        super(detail);
    }
}
