package dev.fileapi.http.request;

import dev.fileapi.files.model.Disposition;
import dev.fileapi.http.problem.ValidationException;
import org.jspecify.annotations.Nullable;

/** Reads what a browser is to do with a download. */
final class DispositionField {

    static final String NAME = "disposition";

    private DispositionField() {}

    /**
     * Returns the disposition of a name.
     *
     * @param value null for the default
     * @throws ValidationException when there is none of it
     */
    static Disposition parse(@Nullable String value) {
        if (value == null) {
            return Disposition.ATTACHMENT;
        }
        return switch (value) {
            case "attachment" -> Disposition.ATTACHMENT;
            case "inline" -> Disposition.INLINE;
            default -> throw new ValidationException(NAME, "must be attachment or inline");
        };
    }
}
