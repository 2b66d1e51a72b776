package dev.fileapi.http.problem;

import static java.util.Map.entry;

import dev.fileapi.access.InsufficientRoleException;
import dev.fileapi.access.InvalidIdException;
import dev.fileapi.access.KeysUnavailableException;
import dev.fileapi.access.OrganisationForbiddenException;
import dev.fileapi.access.UnauthenticatedException;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.files.model.NoUploadInProgressException;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UnknownFileException;
import java.util.Map;
import java.util.Objects;

/** Every kind of problem that the API answers with. Suffixes and titles are part of its contract. */
public enum Problem {
    NO_UPLOAD_IN_PROGRESS(400, "/files/no-file-upload-in-progress", "No file upload in progress"),
    INVALID_PATH(400, "/files/invalid-path", "Invalid Path."),
    BAD_REQUEST(400, "/bad-request", "Bad Request."),
    MISSING_TOKEN(401, "/auth/missing-token", "Access Denied."),
    INVALID_TOKEN(401, "/auth/invalid-token", "Access Denied."),
    INSUFFICIENT_ROLE(403, "/auth/insufficient-role", "Insufficient Role."),
    NOT_FOUND(404, "/files/not-found", "File Not Found."),
    GONE(410, "/files/gone", "The file has been deleted"),
    PRECONDITION_FAILED(412, "/files/precondition-failed", "Precondition Failed."),
    VALIDATION(422, "/validation", "Validation Error."),
    API_ERROR(500, "/api-errors", "An Error Occurred."),
    STORE_ERROR(502, "/metadata/store-error", "File Metadata Storage Operation Failed."),
    BAD_GATEWAY(502, "/bad-gateway", "Bad Gateway."),
    /** The store is well, but has more to do than it can. */
    STORE_BUSY(503, "/metadata/store-error", "File Metadata Storage Operation Failed."),
    /** Not the caller's fault, and soon over. */
    UNAVAILABLE(503, "/api-errors", "An Error Occurred.");

    private static final Map<Class<? extends Throwable>, Problem> BY_EXCEPTION = Map.ofEntries(
            entry(NoUploadInProgressException.class, NO_UPLOAD_IN_PROGRESS),
            entry(InvalidFilePathException.class, INVALID_PATH),
            entry(UnauthenticatedException.class, MISSING_TOKEN),
            entry(OrganisationForbiddenException.class, INVALID_TOKEN),
            entry(InsufficientRoleException.class, INSUFFICIENT_ROLE),
            entry(UnknownFileException.class, NOT_FOUND),
            entry(FileGoneException.class, GONE),
            entry(PreconditionFailedException.class, PRECONDITION_FAILED),
            entry(InvalidIdException.class, VALIDATION),
            entry(ValidationException.class, VALIDATION),
            entry(InvalidCursorException.class, VALIDATION),
            entry(MetadataStoreException.class, STORE_ERROR),
            entry(MetadataStoreBusyException.class, STORE_BUSY),
            entry(BlobStoreException.class, BAD_GATEWAY),
            entry(KeysUnavailableException.class, UNAVAILABLE));

    private final int status;
    private final String suffix;
    private final String title;

    Problem(int status, String suffix, String title) {
        this.status = status;
        this.suffix = suffix;
        this.title = title;
    }

    /** What an exception means to the caller: {@link #API_ERROR} unless it is a known one. */
    public static Problem of(Throwable failure) {
        return Objects.requireNonNullElse(BY_EXCEPTION.get(failure.getClass()), API_ERROR);
    }

    int status() {
        return status;
    }

    String suffix() {
        return suffix;
    }

    String title() {
        return title;
    }

    /** True when the failure is on this side, and its detail none of the caller's business. */
    public boolean isOurs() {
        return status >= 500;
    }
}
