package dev.fileapi.files;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.sweep.Sweep;
import dev.fileapi.files.sweep.SweepFile;
import dev.fileapi.files.sweep.SweepUpload;
import dev.fileapi.files.testing.NoFileMetrics;
import dev.fileapi.files.verification.ReadVersion;
import dev.fileapi.files.verification.VerifyVersion;
import dev.fileapi.files.verification.VerifyVersions;
import java.time.Clock;
import java.time.Duration;

/** All use cases over one pair of stores, put together as the application does it. */
public record UseCases(
        IssueUpload issue,
        IssueFirstUploads issueFirst,
        RelinkUpload relink,
        CommitUpload commit,
        ReadFile read,
        ListFiles list,
        DeleteFile delete,
        MoveFile move,
        RestoreFile restore,
        ChangeTags tags,
        PromoteVersion promote,
        Uploads uploads,
        ListUploads listUploads,
        FindUploads findUploads,
        Sweep sweep,
        VerifyVersion verifyOne,
        VerifyVersions verify) {

    public static final ChecksumSettings CHECKSUMS = new ChecksumSettings(8_388_608, 67_108_864, true, "");

    public static final FilesSettings SETTINGS = new FilesSettings(
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofSeconds(5),
            Duration.ofDays(1),
            256,
            10_000,
            100,
            100_000);

    public static UseCases over(MetadataStore store, BlobStore blobs, Clock clock) {
        return over(store, blobs, new NoFileMetrics(), clock);
    }

    public static UseCases over(MetadataStore store, BlobStore blobs, FileMetrics metrics, Clock clock) {
        return over(store, blobs, metrics, clock, SETTINGS, CHECKSUMS);
    }

    /** With other settings of what is read when. */
    public static UseCases over(MetadataStore store, BlobStore blobs, Clock clock, ChecksumSettings checksums) {
        return over(store, blobs, new NoFileMetrics(), clock, SETTINGS, checksums);
    }

    /** With other ceilings of uploads in progress; 0 for none. */
    public static UseCases over(
            MetadataStore store, BlobStore blobs, Clock clock, int maxUploadsPerFile, int maxUploadsPerWorkspace) {
        return over(store, blobs, clock, SETTINGS.readCallBudget(), maxUploadsPerFile, maxUploadsPerWorkspace);
    }

    private static UseCases over(
            MetadataStore store,
            BlobStore blobs,
            Clock clock,
            int readCallBudget,
            int maxUploadsPerFile,
            int maxUploadsPerWorkspace) {
        FilesSettings settings = new FilesSettings(
                SETTINGS.uploadLinkLifetime(),
                SETTINGS.downloadLinkLifetime(),
                SETTINGS.maxDownloadLinkLifetime(),
                SETTINGS.unfinishedUploadRetention(),
                SETTINGS.deletedFileRetention(),
                SETTINGS.earlyCheckAfter(),
                SETTINGS.clockSkew(),
                SETTINGS.readDeadline(),
                SETTINGS.lateUploadWindow(),
                SETTINGS.listCheckBudget(),
                readCallBudget,
                maxUploadsPerFile,
                maxUploadsPerWorkspace);
        return over(store, blobs, new NoFileMetrics(), clock, settings, CHECKSUMS);
    }

    /** With the budget of remote calls that the settings have by default. */
    public static UseCases withDefaults(MetadataStore store, BlobStore blobs, Clock clock) {
        return over(store, blobs, clock, 36, SETTINGS.maxUploadsPerFile(), SETTINGS.maxUploadsPerWorkspace());
    }

    private static UseCases over(
            MetadataStore store,
            BlobStore blobs,
            FileMetrics metrics,
            Clock clock,
            FilesSettings settings,
            ChecksumSettings checksums) {
        Deadlines deadlines = new Deadlines(settings);
        FileFinder files = new FileFinder(store);
        VerificationPolicy verification = new VerificationPolicy(checksums, clock);
        WithdrawUpload withdraw = new WithdrawUpload(store, blobs, deadlines, verification);
        RejectUpload reject = new RejectUpload(store, withdraw, verification, metrics, clock);
        SettleLatest settle = new SettleLatest(store, blobs, verification, clock);
        WriteMarker markers = new WriteMarker(store, blobs);
        LatestPointer pointer = new LatestPointer(store, settle, markers, deadlines, clock);
        WithdrawVersion withdrawVersion = new WithdrawVersion(store, blobs, pointer, metrics, clock);
        CommitUpload commit = new CommitUpload(store, blobs, reject, settle, verification, pointer, metrics, clock);
        VerifyVersion verify = new VerifyVersion(
                store,
                blobs,
                new ReadVersion(store, blobs, checksums, clock),
                commit,
                reject,
                withdrawVersion,
                metrics,
                clock);
        ReadThreads threads = new ReadThreads();
        CheckUploads check = new CheckUploads(blobs, threads);
        UploadStates states = new UploadStates(blobs, deadlines, settings, threads);
        CommitOnRead commitOnRead = new CommitOnRead(store, commit, check, settings);
        RelinkUpload relink = new RelinkUpload(store, files, commit, blobs, deadlines, metrics, clock);
        ReadFile read = new ReadFile(store, files, commitOnRead, commit, blobs, deadlines, settings, clock);
        UploadCeilings ceilings = new UploadCeilings(store, commitOnRead, settings, clock);
        NewRecords records = new NewRecords(deadlines, clock);
        NewVersions versions = new NewVersions(store, records, clock);
        IssueUpload issue = new IssueUpload(
                store, records, versions, files, commitOnRead, relink, ceilings, blobs, deadlines, metrics, clock);
        return new UseCases(
                issue,
                new IssueFirstUploads(store, records, ceilings, issue),
                relink,
                commit,
                read,
                new ListFiles(store, new CommitOnList(store, blobs, commit, check, settings, clock)),
                new DeleteFile(store, commitOnRead, markers, deadlines, settings, clock),
                new MoveFile(store, files, commitOnRead, markers, deadlines, settings, clock),
                new RestoreFile(store, files, commitOnRead, read, markers, deadlines, clock),
                new ChangeTags(store, files, commitOnRead, read, settle, deadlines, clock),
                new PromoteVersion(
                        store,
                        blobs,
                        files,
                        commitOnRead,
                        commit,
                        new CopyVersions(store, versions, ceilings),
                        withdraw,
                        states,
                        read),
                new Uploads(store, files, commit, withdraw, states),
                new ListUploads(store, files, commit, check, states, settings),
                new FindUploads(store, commit, check, states, settings),
                new Sweep(
                        store,
                        new SweepUpload(store, commit, withdraw, withdrawVersion, blobs, deadlines, metrics, clock),
                        new SweepFile(store, blobs, settle, markers, deadlines, clock),
                        metrics,
                        clock),
                verify,
                new VerifyVersions(store, verify, clock));
    }
}
