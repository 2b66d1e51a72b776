package dev.fileapi.files;

import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.VersionId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What of a file is shown.
 *
 * @param versionId null for the latest version
 * @param includeVersions whether all its versions are listed
 * @param deleted whether a deleted file of the id is shown as well
 * @param disposition what a browser does with the download
 * @param linkLifetime how long the download link is valid; null for the time that is set
 */
public record FileQuery(
        @Nullable VersionId versionId,
        boolean includeVersions,
        boolean deleted,
        Disposition disposition,
        @Nullable Duration linkLifetime) {

    /** Returns a query with a download that a browser saves. */
    public static FileQuery of(@Nullable VersionId versionId, boolean includeVersions, boolean deleted) {
        return new FileQuery(versionId, includeVersions, deleted, Disposition.ATTACHMENT, null);
    }
}
