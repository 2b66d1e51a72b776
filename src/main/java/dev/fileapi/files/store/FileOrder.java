package dev.fileapi.files.store;

import dev.fileapi.files.model.CaseFolding;

/** One criterion of the order of a list of files. Files without the value come last, whatever the direction. */
public record FileOrder(Field field, Direction direction) {

    /**
     * What to order by. {@link #MODIFIED_AT} is when the latest version was created, {@link #NAME} the name after {@link CaseFolding}, by
     * code point, {@link #SIZE} that of the latest version.
     */
    public enum Field {
        CREATED_AT,
        MODIFIED_AT,
        DELETED_AT,
        NAME,
        SIZE
    }

    /** Which end comes first. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }
}
