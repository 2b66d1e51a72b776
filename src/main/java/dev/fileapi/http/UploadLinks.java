package dev.fileapi.http;

import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.files.IssueUpload;
import dev.fileapi.files.RelinkUpload;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.request.UploadRequest;
import jakarta.inject.Singleton;

/** Issues links for uploads, new or in progress. */
@Singleton
final class UploadLinks {

    private final IssueUpload issue;
    private final RelinkUpload relink;

    UploadLinks(IssueUpload issue, RelinkUpload relink) {
        this.issue = issue;
        this.relink = relink;
    }

    UploadLink linkFor(WorkspaceAccess caller, FileRef file, UploadRequest upload) {
        VersionId versionId = upload.versionId();
        return versionId == null
                ? issue.issue(
                        caller.workspace(),
                        file,
                        caller.user(),
                        upload.condition(),
                        upload.idempotencyKey(),
                        upload.declaration())
                : relink.relink(caller.workspace(), file, versionId, upload.declaration());
    }
}
