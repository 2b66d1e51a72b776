package dev.fileapi.access;

/** There is no token, or none that proves who calls: malformed, expired, not yet valid, wrongly signed, meant for others. */
public final class UnauthenticatedException extends AccessException {

    public UnauthenticatedException(String detail) {
        super(Reason.UNAUTHENTICATED, detail);
    }
}
