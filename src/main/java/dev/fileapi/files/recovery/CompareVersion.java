package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is stored of one version with its record. An upload that is not final is never a difference, whatever is stored of it.
 * Since both sides go on changing, what differs is looked at again.
 */
@Singleton
final class CompareVersion {

    /** Younger blobs may be explained any moment. */
    private static final Duration ORPHANED_AFTER = Duration.ofDays(1);

    private final MetadataStore store;
    private final StoredBlobs blobs;
    private final RecordsFromBlobs records;
    private final CompareDetails details;
    private final Clock clock;

    CompareVersion(
            MetadataStore store, StoredBlobs blobs, RecordsFromBlobs records, CompareDetails details, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.records = records;
        this.details = details;
        this.clock = clock;
    }

    /** @param record null when there is none */
    List<Finding> compare(StoredBlob.Version stored, @Nullable VersionRecord record) {
        return findings(stored, record).isEmpty() ? List.of() : lookAgain(stored.name());
    }

    boolean isOrphaned(Instant writtenAt) {
        return writtenAt.plus(ORPHANED_AFTER).isBefore(clock.instant());
    }

    static boolean isFinal(VersionRecord record) {
        return record.state() == VersionState.COMMITTED || record.state() == VersionState.SUPERSEDED;
    }

    /** The record is read first: what a final record says was stored before it. */
    private List<Finding> lookAgain(BlobName name) {
        VersionRecord record = store.findVersion(name.workspace(), name.fileId(), name.versionId())
                .orElse(null);
        Optional<StoredBlob.Version> stored = blobs.find(name);
        if (stored.isPresent()) {
            return findings(stored.get(), record);
        }
        return record != null && isFinal(record)
                ? List.of(Finding.of(Finding.Kind.EXTRA, Finding.version(name)))
                : List.of();
    }

    private List<Finding> findings(StoredBlob.Version stored, @Nullable VersionRecord record) {
        if (record == null) {
            return unrecorded(stored).stream().toList();
        }
        BlobInfo recorded = record.blob();
        if (!isFinal(record) || recorded == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        truth(stored, record, recorded).ifPresent(findings::add);
        Spares spares = new Spares(stored, record, recorded);
        findings.addAll(spares.forged());
        spares.olderThan(clock.instant().minus(ORPHANED_AFTER)).ifPresent(findings::add);
        spares.overwritten().ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> unrecorded(StoredBlob.Version stored) {
        String what = Finding.version(stored.name());
        if (stored.backed().isPresent()) {
            return Optional.of(Finding.of(Finding.Kind.MISSING, what));
        }
        if (!isOrphaned(stored.writtenAt())) {
            return Optional.empty();
        }
        return Optional.of(
                stored.base() == null
                        ? Finding.of(Finding.Kind.ORPHAN, what, "nothing but its description is stored")
                        : Finding.of(Finding.Kind.ORPHAN, what));
    }

    /** Whether a rebuild would bring back what is on record. */
    private Optional<Finding> truth(StoredBlob.Version stored, VersionRecord record, BlobInfo recorded) {
        String what = Finding.version(stored.name());
        if (stored.snapshot(recorded.snapshot()).isEmpty()) {
            return Optional.of(
                    Finding.of(Finding.Kind.EXTRA, what, "its snapshot " + recorded.snapshot() + " is not stored"));
        }
        DescribedVersion described = stored.described();
        if (described == null) {
            return Optional.of(Finding.of(Finding.Kind.UNDESCRIBED, what));
        }
        Differences differences = compare(records.version(stored.name(), described), record, recorded)
                .and(details.compare(
                        stored.name(), described.description().details(), record.details(), record.verificationTask()));
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(Finding.Kind.DIFFERENT, what, differences.toString()));
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
                        .field("snapshot", bytes.snapshot(), blob.snapshot())
                        .field("size", bytes.size(), blob.size())
                        .field("etag", bytes.etag(), blob.etag())
                        .field("content_md5", bytes.contentMd5(), blob.contentMd5())
                        .field("content_type", bytes.contentType(), blob.contentType());
    }
}
