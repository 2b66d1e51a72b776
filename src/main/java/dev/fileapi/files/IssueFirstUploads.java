package dev.fileapi.files;

import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileCreation;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.NewFile;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Issues links for many new files with few writes. What it leaves out, {@link IssueUpload} issues. */
@Singleton
public final class IssueFirstUploads {

    private final MetadataStore store;
    private final NewRecords records;
    private final UploadCeilings ceilings;
    private final IssueUpload issue;

    IssueFirstUploads(MetadataStore store, NewRecords records, UploadCeilings ceilings, IssueUpload issue) {
        this.store = store;
        this.records = records;
        this.ceilings = ceilings;
        this.issue = issue;
    }

    /** Returns how many uploads are issued together; 1 where the store gains nothing by it. */
    public int atOnce() {
        return store.newFilesAtOnce();
    }

    /**
     * Makes files with their first versions where the paths are free.
     *
     * @param uploads to different paths, {@link #atOnce()} at most
     * @return links by path; none for a path that is taken, and for any when another caller takes one of them at the same time
     */
    public Map<FilePath, UploadLink> issue(Workspace workspace, User user, List<NewUpload> uploads) {
        if (uploads.isEmpty()) {
            return Map.of();
        }
        List<NewFile> created = uploads.stream()
                .limit(ceilings.takeUpTo(workspace, uploads.size()))
                .map(upload -> records.first(workspace, upload.path(), user, null, upload.declaration()))
                .toList();
        Map<FilePath, UploadLink> links = new HashMap<>();
        for (FileCreation creation : store.createFiles(created)) {
            if (creation instanceof FileCreation.Created done) {
                ceilings.takeFirst(done.file());
                links.put(done.file().path(), issue.link(done.version()));
            }
        }
        return links;
    }
}
