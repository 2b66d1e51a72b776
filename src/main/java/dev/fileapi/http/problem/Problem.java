package dev.fileapi.http.problem;

import dev.fileapi.access.AccessException;
import dev.fileapi.files.model.FilesException;
import java.util.concurrent.RejectedExecutionException;

/** The kinds of problems that the API answers with. Suffixes and titles are part of its contract. */
public enum Problem {
    NO_UPLOAD_IN_PROGRESS(400, "/files/no-file-upload-in-progress", "No file upload in progress"),
    INVALID_PATH(400, "/files/invalid-path", "Invalid Path."),
    BAD_REQUEST(400, "/bad-request", "Bad Request."),
    MISSING_TOKEN(401, "/auth/missing-token", "Access Denied."),
    INVALID_TOKEN(401, "/auth/invalid-token", "Access Denied."),
    INSUFFICIENT_ROLE(403, "/auth/insufficient-role", "Insufficient Role."),
    NOT_FOUND(404, "/files/not-found", "File Not Found."),
    UPLOAD_INCOMPLETE(409, "/files/upload-incomplete", "Upload Incomplete."),
    PATH_TAKEN(409, "/files/path-taken", "Path Taken."),
    GONE(410, "/files/gone", "The file has been deleted"),
    PRECONDITION_FAILED(412, "/files/precondition-failed", "Precondition Failed."),
    CONTENT_TOO_LARGE(413, "/bad-request", "Bad Request."),
    VALIDATION(422, "/validation", "Validation Error."),
    /** The caller asks for more than its share. */
    TOO_MANY_REQUESTS(429, "/bad-request", "Bad Request."),
    API_ERROR(500, "/api-errors", "An Error Occurred."),
    STORE_ERROR(502, "/metadata/store-error", "File Metadata Storage Operation Failed."),
    BAD_GATEWAY(502, "/bad-gateway", "Bad Gateway."),
    /** The store works, but is overloaded. */
    STORE_BUSY(503, "/metadata/store-error", "File Metadata Storage Operation Failed."),
    /** The service has more to do than it can. */
    SERVICE_BUSY(503, "/api-errors", "An Error Occurred."),
    /** Not the caller's fault, and temporary. */
    UNAVAILABLE(503, "/api-errors", "An Error Occurred.");

    private final int status;
    private final String suffix;
    private final String title;

    Problem(int status, String suffix, String title) {
        this.status = status;
        this.suffix = suffix;
        this.title = title;
    }

    /** Returns what an exception means to the caller; {@link #API_ERROR} when it is a fault of the service. */
    public static Problem of(Throwable failure) {
        if (failure instanceof FilesException files) {
            return of(files.reason());
        }
        if (failure instanceof AccessException access) {
            return of(access.reason());
        }
        if (failure instanceof RejectedExecutionException) {
            return SERVICE_BUSY;
        }
        if (failure instanceof ContentTooLargeException) {
            return CONTENT_TOO_LARGE;
        }
        if (failure instanceof TooManyCallsException) {
            return TOO_MANY_REQUESTS;
        }
        return failure instanceof ValidationException ? VALIDATION : API_ERROR;
    }

    private static Problem of(FilesException.Reason reason) {
        return switch (reason) {
            case NO_UPLOAD_IN_PROGRESS -> NO_UPLOAD_IN_PROGRESS;
            case INVALID_PATH -> INVALID_PATH;
            case UNKNOWN_FILE -> NOT_FOUND;
            case FILE_GONE -> GONE;
            case PATH_TAKEN -> PATH_TAKEN;
            case UPLOAD_INCOMPLETE -> UPLOAD_INCOMPLETE;
            case PRECONDITION_FAILED -> PRECONDITION_FAILED;
            case TOO_MANY_UPLOADS -> TOO_MANY_REQUESTS;
            case INVALID_CURSOR, DECLARATION_MISMATCH -> VALIDATION;
            case METADATA_STORE_FAILED -> STORE_ERROR;
            case METADATA_STORE_BUSY -> STORE_BUSY;
            case BLOB_STORE_FAILED -> BAD_GATEWAY;
        };
    }

    private static Problem of(AccessException.Reason reason) {
        return switch (reason) {
            case UNAUTHENTICATED -> MISSING_TOKEN;
            case ORGANISATION_FORBIDDEN -> INVALID_TOKEN;
            case INSUFFICIENT_ROLE -> INSUFFICIENT_ROLE;
            case INVALID_ID -> VALIDATION;
            case KEYS_UNAVAILABLE -> UNAVAILABLE;
        };
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

    /** Returns true when the failure is the service's, and its detail is not for the caller. */
    public boolean isOurs() {
        return status >= 500;
    }
}
