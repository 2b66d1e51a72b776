package dev.fileapi.files.recovery;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.StoredBlobs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the records with blob storage while both are in use, and changes nothing. Finds orphaned blobs on the way. A workspace of
 * which nothing at all is stored is not looked at.
 */
@Singleton
public final class VerifyRecords {

    private static final int PAGE = 1_000;
    private static final int THREADS = 16;

    private final StoredBlobs blobs;
    private final CompareFile files;
    private final CompareVersions versions;
    private final CompareVersion version;
    private final UnbackedFiles extra;
    private final int pageSize;

    @Inject
    VerifyRecords(
            StoredBlobs blobs,
            CompareFile files,
            CompareVersions versions,
            CompareVersion version,
            UnbackedFiles extra) {
        this(blobs, files, versions, version, extra, PAGE);
    }

    VerifyRecords(
            StoredBlobs blobs,
            CompareFile files,
            CompareVersions versions,
            CompareVersion version,
            UnbackedFiles extra,
            int pageSize) {
        this.blobs = blobs;
        this.files = files;
        this.versions = versions;
        this.version = version;
        this.extra = extra;
        this.pageSize = pageSize;
    }

    /** Compares everything; needs memory for the ids of one workspace's files. */
    public RebuildReport run(RebuildProgress progress) {
        RebuildTally tally = new RebuildTally(progress);
        Map<Workspace, Set<FileId>> stored = new HashMap<>();
        try (WorkerThreads threads = new WorkerThreads("check", THREADS)) {
            new BlobListing(blobs, pageSize).forEach(null, page -> {
                threads.each(page.files(), this::check).forEach(tally::add);
                tally.add(orphans(page));
                for (FileBlobs file : page.files()) {
                    stored.computeIfAbsent(file.workspace(), workspace -> new HashSet<>())
                            .add(file.id());
                }
                for (Workspace ended : page.ended()) {
                    Set<FileId> its = stored.remove(ended);
                    tally.add(extra.in(ended, its == null ? Set.of() : its));
                }
                progress.passed(tally.report(), page.continuation());
            });
        }
        return tally.report();
    }

    private RebuildTally.Result check(FileBlobs stored) {
        List<Finding> findings = new ArrayList<>(versions.compare(stored));
        findings.addAll(files.compare(stored));
        return new RebuildTally.Result(stored.ends() ? 1 : 0, stored.versions().size(), findings);
    }

    private List<Finding> orphans(ListingPage page) {
        return page.unknown().stream()
                .filter(blob -> version.isOrphaned(blob.writtenAt()))
                .map(blob -> Finding.of(Finding.Kind.ORPHAN, "blob " + blob.name()))
                .toList();
    }
}
