package dev.fileapi.files.model;

import org.jspecify.annotations.Nullable;

/**
 * What must be true of the file for an upload to become its latest version (RFC 9110, sections 13.1.1 and 13.1.2).
 *
 * @param expectedEtag the ETag that the latest version must have, quotes included; null: there must be no version
 */
public record UploadCondition(@Nullable String expectedEtag) {

    /** {@code If-None-Match: *}. */
    public static UploadCondition noSuchFile() {
        return new UploadCondition(null);
    }

    /** {@code If-Match: "etag"}. */
    public static UploadCondition latestIs(String etag) {
        return new UploadCondition(etag);
    }

    public boolean isMetBy(@Nullable CommittedVersion latest) {
        return expectedEtag == null
                ? latest == null
                : latest != null && latest.blob().etag().equals(expectedEtag);
    }
}
