package dev.fileapi.access;

/** Why a call was not let in; its message tells the caller what to change and holds nothing of the token. */
public abstract sealed class AccessException extends RuntimeException
        permits UnauthenticatedException,
                OrganisationForbiddenException,
                InvalidIdException,
                InsufficientRoleException,
                KeysUnavailableException {

    AccessException(String detail) {
        super(detail);
    }
}
