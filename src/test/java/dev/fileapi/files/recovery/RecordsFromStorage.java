package dev.fileapi.files.recovery;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.Deadlines;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.VerificationPolicy;
import dev.fileapi.files.WriteMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.store.VersionUpkeep;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds and checks records, put together as the application does it, and keeps what it is told.
 *
 * @param found all findings so far
 * @param passed where each page ended that was passed so far
 */
public record RecordsFromStorage(
        MetadataStore store,
        BlobStore blobs,
        StoredBlobs listing,
        VersionUpkeep upkeep,
        Clock clock,
        ChecksumSettings checksums,
        int pageSize,
        List<Finding> found,
        List<String> passed) {

    public static RecordsFromStorage of(
            MetadataStore store,
            BlobStore blobs,
            StoredBlobs listing,
            VersionUpkeep upkeep,
            Clock clock,
            int pageSize) {
        return new RecordsFromStorage(
                store,
                blobs,
                listing,
                upkeep,
                clock,
                UseCases.CHECKSUMS,
                pageSize,
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** The same with other settings. */
    RecordsFromStorage with(ChecksumSettings others) {
        return new RecordsFromStorage(store, blobs, listing, upkeep, clock, others, pageSize, found, passed);
    }

    RebuildReport rebuild(@Nullable String continuation, @Nullable Instant claimsBefore) {
        Deadlines deadlines = new Deadlines(UseCases.SETTINGS);
        RebuildFile files =
                new RebuildFile(store, blobs, records(), new WriteMarker(store, blobs), upkeep, deadlines, clock);
        return new Rebuild(listing, files, pageSize).run(continuation, claimsBefore, progress());
    }

    public RebuildReport rebuild() {
        return rebuild(null, null);
    }

    RebuildReport upgrade(@Nullable String continuation) {
        DescribeFile files = new DescribeFile(store, listing, upkeep);
        ScheduleReading reading = new ScheduleReading(store, new VerificationPolicy(checksums, clock));
        return new Upgrade(listing, files, reading, pageSize).run(continuation, progress());
    }

    RebuildReport upgrade() {
        return upgrade(null);
    }

    public RebuildReport check() {
        CompareFile files = new CompareFile(store, blobs, listing, records(), new CompareDetails(store));
        CompareVersion version = version();
        CompareVersions versions = new CompareVersions(store, blobs, version);
        return new VerifyRecords(listing, files, versions, version, new UnbackedFiles(store, blobs), pageSize)
                .run(progress());
    }

    CompareVersion version() {
        return new CompareVersion(store, listing, records(), new CompareDetails(store), clock);
    }

    /**
     * Everything on record in a workspace that storage can know: no pending uploads, no nascent files, no revisions, and neither the size
     * that was told, which a sealed version has, nor how far it has been read.
     */
    static List<Object> recorded(MetadataStore store, Workspace workspace) {
        FileFilterBuilder filter = FileFilterBuilder.live();
        return Stream.of(filter.build(), FileFilterBuilder.deleted().build())
                .flatMap(each -> store.listFilesFrom(workspace, each, List.of(), null, 1_000).items().stream())
                .sorted(Comparator.comparing(file -> file.id().toString()))
                .flatMap(file -> Stream.<Object>concat(
                        Stream.of(FileRecordBuilder.from(file)
                                .revision(Revision.NONE)
                                .build()),
                        versions(store, file)))
                .toList();
    }

    private static Stream<VersionRecord> versions(MetadataStore store, FileRecord file) {
        return store
                .findVersions(
                        file.workspace(),
                        file.id(),
                        EnumSet.of(VersionState.COMMITTED, VersionState.SUPERSEDED),
                        null,
                        1_000)
                .stream()
                .map(version -> VersionRecordBuilder.from(version)
                        .withoutExpectedSize()
                        .verificationTask(null)
                        .revision(Revision.NONE)
                        .build());
    }

    private RecordsFromBlobs records() {
        return new RecordsFromBlobs(new Deadlines(UseCases.SETTINGS), new VerificationPolicy(checksums, clock), clock);
    }

    private RebuildProgress progress() {
        return new RebuildProgress() {
            @Override
            public void found(Finding finding) {
                found.add(finding);
            }

            @Override
            public void passed(RebuildReport soFar, @Nullable String continuation) {
                passed.add(String.valueOf(continuation));
            }
        };
    }
}
