package dev.fileapi.access;

/** A good token that gives no access to the organisation. */
public final class OrganisationForbiddenException extends AccessException {

    public OrganisationForbiddenException(String detail) {
        super(Reason.ORGANISATION_FORBIDDEN, detail);
    }
}
