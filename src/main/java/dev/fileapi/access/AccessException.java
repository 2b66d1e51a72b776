package dev.fileapi.access;

/** Why a call was not let in; its message tells the caller what to change and holds nothing of the token. */
public abstract sealed class AccessException extends RuntimeException
        permits UnauthenticatedException,
                OrganisationForbiddenException,
                InvalidIdException,
                InsufficientRoleException,
                KeysUnavailableException {

    /** Each has its own answer: where one is made, a switch over them must be complete to compile. */
    public enum Reason {
        INSUFFICIENT_ROLE,
        INVALID_ID,
        KEYS_UNAVAILABLE,
        ORGANISATION_FORBIDDEN,
        UNAUTHENTICATED
    }

    private final Reason reason;

    AccessException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public final Reason reason() {
        return reason;
    }
}
