package dev.fileapi.client;

import java.util.Optional;

/** What must hold of a file for a change of it to be made. */
public final class Condition {

    /** A change whatever the file is. */
    public static final Condition NONE = new Condition("", "");

    private final String header;
    private final String value;

    private Condition(String header, String value) {
        this.header = header;
        this.value = value;
    }

    /** Returns the condition that there is no such file. */
    public static Condition ifAbsent() {
        return new Condition("If-None-Match", "*");
    }

    /** Returns the condition that there is such a file. */
    public static Condition ifPresent() {
        return new Condition("If-Match", "*");
    }

    /**
     * Returns the condition that the file's latest version has this ETag.
     *
     * @param etag with its quotes, as {@link StoredFile#etag} has it
     */
    public static Condition ifMatch(String etag) {
        return new Condition("If-Match", etag);
    }

    boolean isNone() {
        return header.isEmpty();
    }

    Optional<Header> header() {
        return isNone() ? Optional.empty() : Optional.of(new Header(header, value));
    }

    /** Returns the header that says it, for people. */
    @Override
    public String toString() {
        return isNone() ? "none" : header + ": " + value;
    }
}
