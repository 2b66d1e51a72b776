package dev.fileapi.files;

import java.time.Clock;
import java.time.Duration;

/** All use cases over one pair of stores, put together as the application does it. */
public record UseCases(
        IssueUpload issue,
        RelinkUpload relink,
        CommitUpload commit,
        ReadFile read,
        ListFiles list,
        DeleteFile delete,
        RestoreFile restore,
        Uploads uploads,
        Sweep sweep) {

    static final FilesSettings SETTINGS = new FilesSettings(
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofSeconds(5));

    public static UseCases over(MetadataStore store, BlobStore blobs, Clock clock) {
        return over(store, blobs, new NoMeasures(), clock);
    }

    public static UseCases over(MetadataStore store, BlobStore blobs, Measures measures, Clock clock) {
        Lifetimes lifetimes = new Lifetimes(SETTINGS);
        FileFinder files = new FileFinder(store);
        CommitUpload commit = new CommitUpload(store, blobs, measures, clock);
        NoticeCommits notice = new NoticeCommits(store, commit, SETTINGS);
        RelinkUpload relink = new RelinkUpload(store, files, commit, blobs, lifetimes, measures, clock);
        ReadFile read = new ReadFile(store, files, notice, commit, blobs, lifetimes, clock);
        MarkFile marks = new MarkFile(store, blobs);
        return new UseCases(
                new IssueUpload(store, files, notice, relink, blobs, lifetimes, measures, clock),
                relink,
                commit,
                read,
                new ListFiles(store),
                new DeleteFile(store, marks, lifetimes, clock),
                new RestoreFile(store, files, notice, read, marks, lifetimes, clock),
                new Uploads(store, files, commit, blobs, lifetimes),
                new Sweep(
                        store,
                        new CheckUpload(store, commit, blobs, lifetimes, measures, clock),
                        new CheckFile(store, blobs, marks, lifetimes, clock),
                        measures,
                        clock));
    }
}
