package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a file's version records with what is stored. Uploads that are pending or cancelled are not a difference, whatever is stored
 * of them. Since both sides go on changing, what seems to be missing or extra is looked at again.
 */
@Singleton
final class CompareVersions {

    /** Younger blobs may be known any moment. */
    private static final Duration ORPHANED_AFTER = Duration.ofDays(1);

    private static final int BATCH = 1_000;

    private final MetadataStore store;
    private final BlobStore blobs;
    private final RecordsFromBlobs records;
    private final Clock clock;

    CompareVersions(MetadataStore store, BlobStore blobs, RecordsFromBlobs records, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.records = records;
        this.clock = clock;
    }

    /** What differs in the page's part of the file. */
    List<Finding> compare(FileBlobs stored) {
        Map<VersionId, StoredBlob.Version> left = new LinkedHashMap<>();
        stored.versions().forEach(version -> left.put(version.name().versionId(), version));
        List<Finding> findings = new ArrayList<>();
        VersionId olderThan = stored.ends() ? null : stored.onNextPage().after();
        olderThan = olderThan == null ? null : olderThan.next();
        List<VersionRecord> batch;
        do {
            batch = store.findVersions(
                    stored.workspace(), stored.id(), EnumSet.allOf(VersionState.class), olderThan, BATCH);
            for (VersionRecord record : batch) {
                if (record.id().isNewerThan(stored.after())) {
                    StoredBlob.Version version = left.remove(record.id());
                    (version == null ? extra(record) : different(version, record)).ifPresent(findings::add);
                }
                olderThan = record.id();
            }
        } while (batch.size() == BATCH && olderThan != null && olderThan.isNewerThan(stored.after()));
        left.values().forEach(version -> unrecorded(version).ifPresent(findings::add));
        return findings;
    }

    boolean isOrphaned(Instant writtenAt) {
        return writtenAt.plus(ORPHANED_AFTER).isBefore(clock.instant());
    }

    private Optional<Finding> extra(VersionRecord record) {
        return isFinal(record) && !blobs.isCommitted(record.blobName())
                ? Optional.of(Finding.of(Finding.Kind.EXTRA, Finding.version(record.blobName())))
                : Optional.empty();
    }

    private Optional<Finding> unrecorded(StoredBlob.Version version) {
        BlobName name = version.name();
        if (store.findVersion(name.workspace(), name.fileId(), name.versionId()).isPresent()
                || !blobs.isCommitted(name)) {
            return Optional.empty();
        }
        if (!version.seals().isEmpty()) {
            return Optional.of(Finding.of(Finding.Kind.MISSING, Finding.version(name)));
        }
        return isOrphaned(version.writtenAt())
                ? Optional.of(Finding.of(Finding.Kind.ORPHAN, Finding.version(name)))
                : Optional.empty();
    }

    private Optional<Finding> different(StoredBlob.Version version, VersionRecord record) {
        BlobInfo recorded = record.blob();
        if (!isFinal(record) || recorded == null) {
            return Optional.empty();
        }
        Optional<StoredBlob.Seal> sameSnapshot = version.seals().stream()
                .filter(seal -> seal.facts().snapshot().equals(recorded.snapshot()))
                .findFirst();
        Optional<VersionRecord> stored = sameSnapshot.map(seal -> records.version(version, seal));
        if (stored.isEmpty()) {
            return Optional.of(Finding.of(
                    Finding.Kind.EXTRA,
                    Finding.version(version.name()),
                    "no snapshot " + recorded.snapshot() + " describes it"));
        }
        Differences differences = compare(stored.get(), record, recorded);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Finding.of(Finding.Kind.DIFFERENT, Finding.version(version.name()), differences.toString()));
    }

    private static Differences compare(VersionRecord stored, VersionRecord recorded, BlobInfo blob) {
        Differences differences = new Differences()
                .field("state", stored.state(), recorded.state())
                .time("created_at", stored.createdAt(), recorded.createdAt())
                .user("created_by", stored.createdBy(), recorded.createdBy())
                .field("condition", stored.condition(), recorded.condition());
        BlobInfo bytes = stored.blob();
        return bytes == null
                ? differences
                : differences
                        .field("size", bytes.size(), blob.size())
                        .field("etag", bytes.etag(), blob.etag())
                        .field("content_md5", bytes.contentMd5(), blob.contentMd5())
                        .field("content_type", bytes.contentType(), blob.contentType());
    }

    private static boolean isFinal(VersionRecord record) {
        return record.state() == VersionState.COMMITTED || record.state() == VersionState.SUPERSEDED;
    }
}
