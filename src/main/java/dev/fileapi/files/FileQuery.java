package dev.fileapi.files;

import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What of a file is shown.
 *
 * @param versionId null for the latest version
 * @param includeVersions whether all its versions are listed
 * @param deleted whether a deleted file of the id is shown as well
 * @param disposition what a browser does with the download
 */
public record FileQuery(
        @Nullable VersionId versionId, boolean includeVersions, boolean deleted, Disposition disposition) {

    /** Returns a query with a download that a browser saves. */
    public static FileQuery of(@Nullable VersionId versionId, boolean includeVersions, boolean deleted) {
        return new FileQuery(versionId, includeVersions, deleted, Disposition.ATTACHMENT);
    }
}
