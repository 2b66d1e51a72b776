package dev.fileapi.files.model;

/**
 * What a store calls one state of a record, changed by every write of it; opaque here. A record that was never stored has
 * {@link #NONE}.
 */
public record Revision(String value) {

    public static final Revision NONE = new Revision("");
}
