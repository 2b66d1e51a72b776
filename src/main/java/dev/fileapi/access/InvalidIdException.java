package dev.fileapi.access;

/** An id in the URL is not a UUID, so the call names no workspace. */
public final class InvalidIdException extends AccessException {

    /** @param parameter the path variable with the id */
    public InvalidIdException(String parameter) {
        super(Reason.INVALID_ID, parameter + ": must be a UUID");
    }
}
