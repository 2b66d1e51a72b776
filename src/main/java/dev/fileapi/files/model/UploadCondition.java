package dev.fileapi.files.model;

import org.jspecify.annotations.Nullable;

/**
 * What must be true of a file for a call to change it, and for an upload to become its latest version (RFC 9110, sections 13.1.1 and
 * 13.1.2). A file without a committed version counts as none.
 *
 * @param expectedEtag the ETag that the latest version must have, quotes included; {@code *}: there must be a version; null: there must be
 *     none
 */
public record UploadCondition(@Nullable String expectedEtag) {

    /** No ETag is this, since they have quotes. */
    private static final String ANY = "*";

    /** {@code If-None-Match: *}. */
    public static UploadCondition noSuchFile() {
        return new UploadCondition(null);
    }

    /** {@code If-Match: *}. */
    public static UploadCondition fileExists() {
        return new UploadCondition(ANY);
    }

    /** {@code If-Match: "etag"}. */
    public static UploadCondition latestIs(String etag) {
        return new UploadCondition(etag);
    }

    /**
     * Returns whether this is true of a file.
     *
     * @param latest the file's latest version; null when there is none, or no file
     */
    public boolean isMetBy(@Nullable CommittedVersion latest) {
        if (expectedEtag == null || latest == null) {
            return expectedEtag == null && latest == null;
        }
        return expectedEtag.equals(ANY) || expectedEtag.equals(latest.blob().etag());
    }

    /**
     * Returns whether an upload may be committed: one over a certain version must also become the latest, while one that asks only for
     * some version may come in below it.
     *
     * @param latest as for {@link #isMetBy}
     * @param newest whether the upload is newer than {@code latest}
     */
    public boolean allowsCommit(@Nullable CommittedVersion latest, boolean newest) {
        return isMetBy(latest) && (newest || ANY.equals(expectedEtag));
    }

    /**
     * Checks that this holds.
     *
     * @param latest as for {@link #isMetBy}
     * @throws PreconditionFailedException when it does not; its message says what to do
     */
    public void require(@Nullable CommittedVersion latest) {
        if (isMetBy(latest)) {
            return;
        }
        throw new PreconditionFailedException(
                expectedEtag == null
                        ? "There is such a file already: omit If-None-Match to change it."
                        : latest == null
                                ? "There is no file to match: omit If-Match if there need not be one."
                                : "The latest version has another ETag: read the file and decide again.");
    }
}
