package dev.fileapi.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed: a refusal by the service or by the blob service, or no answer at all.
 *
 * <p>Messages contain neither links nor tokens.
 */
public final class FileApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String NO_ANSWER = "no-answer";

    private final int status;
    private final String type;
    private final @Nullable String detail;
    private final @Nullable Duration retryAfter;

    private FileApiException(
            int status,
            String type,
            @Nullable String detail,
            @Nullable Duration retryAfter,
            @Nullable IOException cause) {
        super((status == 0 ? "no answer" : status + " " + type) + (detail == null ? "" : ": " + detail), cause);
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    static FileApiException of(Problem problem, @Nullable Duration retryAfter) {
        return new FileApiException(problem.status(), problem.type(), problem.detail(), retryAfter, null);
    }

    /** For an answer without a problem document. */
    static FileApiException of(int status, String type, @Nullable String detail, @Nullable Duration retryAfter) {
        return new FileApiException(status, type, detail, retryAfter, null);
    }

    static FileApiException noAnswer(IOException cause) {
        return new FileApiException(0, NO_ANSWER, cause.toString(), null, cause);
    }

    /** Returns the HTTP status; 0 when there was no answer. */
    public int status() {
        return status;
    }

    /**
     * Returns what kind of failure it is: the type of the problem document; {@code blob/} and the code of the blob service's error; {@code
     * no-answer}; {@code upload-superseded}, {@code upload-rejected}, {@code wrong-checksum} or {@code source-changed} for what this library found.
     */
    public String type() {
        return type;
    }

    /**
     * Tells whether the type ends like this.
     *
     * @param suffix for example {@code /files/not-found}
     */
    public boolean hasType(String suffix) {
        return type.endsWith(suffix);
    }

    /** Returns what was wrong and what to change; empty when that was not told. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** Returns how long the service asks to wait before the next try; empty when it does not. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Tells whether the same call may succeed later: 408, 429, 500, 502, 503, 504 or no answer. */
    public boolean isTransient() {
        return switch (status) {
            case 0 -> type.equals(NO_ANSWER);
            case 408, 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }
}
