package dev.fileapi.files.store;

/** One criterion of the order of a list of files. Files without the value come last, whatever the direction. */
public record FileOrder(Field field, Direction direction) {

    /** What to order by; {@link #MODIFIED_AT} is when the latest version was created. */
    public enum Field {
        CREATED_AT,
        MODIFIED_AT,
        DELETED_AT
    }

    /** Which end comes first. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }
}
