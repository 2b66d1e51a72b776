package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.Revision;

/** Revisions as the numbers that rows have. */
final class Revisions {

    /** No row has a negative revision. */
    private static final long NONE = -1;

    private Revisions() {}

    static Revision of(long number) {
        return new Revision(Long.toString(number));
    }

    static long number(Revision revision) {
        return revision.equals(Revision.NONE) ? NONE : Long.parseLong(revision.value());
    }
}
