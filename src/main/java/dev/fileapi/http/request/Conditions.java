package dev.fileapi.http.request;

import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers {@code If-Match} and {@code If-None-Match} (RFC 9110, section 13.1) of calls that change a file. */
public final class Conditions {

    private static final String IF_MATCH = "If-Match";
    private static final Pattern STRONG_ETAG = Pattern.compile("\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");

    private Conditions() {}

    /**
     * Returns the condition of a call; null when it has none.
     *
     * @throws ValidationException when a header has another form than this API takes: one that was ignored could lose data
     */
    public static @Nullable UploadCondition of(HttpRequest<?> request) {
        ReceivedRequest received = ReceivedRequest.of(request);
        Optional<UploadCondition> noneMatch = received.header("If-None-Match").map(Conditions::noneMatch);
        Optional<UploadCondition> match = received.header(IF_MATCH).map(value -> match(IF_MATCH, value));
        if (noneMatch.isPresent() && match.isPresent()) {
            throw new ValidationException(IF_MATCH, "cannot be combined with If-None-Match; send only one of them");
        }
        return noneMatch.or(() -> match).orElse(null);
    }

    private static UploadCondition noneMatch(String value) {
        if (!value.equals("*")) {
            throw new ValidationException("If-None-Match", "must be *");
        }
        return UploadCondition.noSuchFile();
    }

    /**
     * Reads the condition that a file be there, or be at a version.
     *
     * @param field that has the value
     * @throws ValidationException when it is not {@code *} or an ETag
     */
    static UploadCondition match(String field, String value) {
        if (value.equals("*")) {
            return UploadCondition.fileExists();
        }
        if (!STRONG_ETAG.matcher(value).matches()) {
            throw new ValidationException(field, "must be * or one ETag in double quotes, as a file's etag is");
        }
        return UploadCondition.latestIs(value);
    }
}
