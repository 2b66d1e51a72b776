package dev.fileapi.files;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an upload whose bytes are in into a version: seals the blob, moves the file's pointer, and marks the version last, so
 * that whatever step a crash follows, the next event, read or sweep runs the same steps to the end.
 */
@Singleton
public final class CommitUpload {

    private static final Logger LOG = LoggerFactory.getLogger(CommitUpload.class);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final FileMetrics metrics;
    private final Clock clock;

    CommitUpload(MetadataStore store, BlobStore blobs, FileMetrics metrics, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Records what an event says was committed to the blob; does nothing when no upload is known for it, or when that is on record. */
    public void commit(BlobName name) {
        Optional<VersionRecord> version = store.findVersion(name.workspace(), name.fileId(), name.versionId());
        if (version.isEmpty()) {
            LOG.warn("A blob without a version record was committed: blob={}", name);
            metrics.orphanFound();
            return;
        }
        commit(version.get(), CommitTrigger.EVENT);
    }

    /**
     * Records what was committed to the version's blob.
     *
     * @return the version in its final state; empty when there is nothing to record: no bytes are committed, or the version or
     *     its file is being removed
     */
    public Optional<VersionRecord> commit(VersionRecord version, CommitTrigger trigger) {
        if (version.state() != VersionState.PENDING) {
            return ended(version);
        }
        Optional<FileRecord> file = fileOf(version.blobName());
        if (file.isEmpty()) {
            LOG.warn("There is no file for a blob to belong to: blob={}", version.blobName());
        }
        return file.flatMap(known -> commit(known, version, trigger));
    }

    /** As {@link #commit(VersionRecord, CommitTrigger)}, for a version whose file has been read already. */
    public Optional<VersionRecord> commit(FileRecord file, VersionRecord version, CommitTrigger trigger) {
        if (version.state() != VersionState.PENDING) {
            return ended(version);
        }
        Instant now = clock.instant();
        return blobs.seal(version.blobName(), VersionDescription.of(file, version, now))
                .flatMap(blob -> record(file, version.blobName(), new Sealed(blob, now, trigger)));
    }

    private static Optional<VersionRecord> ended(VersionRecord version) {
        return version.state() == VersionState.CANCELLED ? Optional.empty() : Optional.of(version);
    }

    private Optional<FileRecord> fileOf(BlobName name) {
        return store.findFile(name.workspace(), name.fileId()).filter(file -> file.state() != FileState.PURGING);
    }

    private Optional<VersionRecord> record(FileRecord known, BlobName name, Sealed sealed) {
        return tryToRecord(Optional.of(known), name, sealed)
                .orElseGet(() -> OptimisticRetry.untilWritten(() -> tryToRecord(fileOf(name), name, sealed)))
                .version();
    }

    /** Empty when another writer was faster. */
    private Optional<Ending> tryToRecord(Optional<FileRecord> found, BlobName name, Sealed sealed) {
        // Read after the file: a cancellation touches the file last, so it cannot slip in between here and the
        // pointer's move.
        Optional<VersionRecord> current = store.findVersion(name.workspace(), name.fileId(), name.versionId());
        if (found.isEmpty() || current.isEmpty()) {
            LOG.warn("A committed blob has no file or version to belong to: blob={}", name);
            return Optional.of(new Ending(Optional.empty()));
        }
        FileRecord file = found.get();
        VersionRecord version = current.get();
        if (version.state() != VersionState.PENDING) {
            return Optional.of(new Ending(ended(version)));
        }
        CommittedVersion latest = file.latest();
        if (latest != null && latest.id().equals(version.id())) {
            return mark(version, VersionState.COMMITTED, sealed.as(latest.blob()));
        }
        if (!isAdmitted(version, latest)) {
            blobs.markSuperseded(name);
            return mark(version, VersionState.SUPERSEDED, sealed);
        }
        if (!version.id().isNewerThan(file.latestVersionId())) {
            return mark(version, VersionState.COMMITTED, sealed);
        }
        if (latest != null) {
            settle(file, latest);
        }
        return store.replaceFile(pointingAt(version, sealed.facts(), file)) instanceof FileWrite.Written
                ? mark(version, VersionState.COMMITTED, sealed)
                : Optional.empty();
    }

    private static boolean isAdmitted(VersionRecord version, @Nullable CommittedVersion latest) {
        UploadCondition condition = version.condition();
        return condition == null
                || (condition.isMetBy(latest) && version.id().isNewerThan(latest == null ? null : latest.id()));
    }

    /**
     * Ends what a crash may have left of the latest version's commit, before the pointer leaves it: the pointer is the only
     * proof that it was admitted, and of what its bytes were.
     */
    private void settle(FileRecord file, CommittedVersion latest) {
        store.findVersion(file.workspace(), file.id(), latest.id())
                .filter(version -> version.state() == VersionState.PENDING)
                .ifPresent(version ->
                        store.replaceVersion(version.ended(VersionState.COMMITTED, latest.blob(), clock.instant())));
    }

    private static FileRecord pointingAt(VersionRecord version, BlobInfo facts, FileRecord file) {
        CommittedVersion latest = new CommittedVersion(version.id(), facts, version.createdAt(), version.createdBy());
        boolean nascent = file.state() == FileState.LIVE && file.isNascent();
        return file.withLatest(latest).withNextCheckAt(nascent ? null : file.nextCheckAt());
    }

    private Optional<Ending> mark(VersionRecord version, VersionState state, Sealed sealed) {
        Optional<VersionRecord> marked = store.replaceVersion(version.ended(state, sealed.facts(), sealed.at()));
        marked.ifPresent(done -> tell(done, sealed));
        return marked.map(done -> new Ending(Optional.of(done)));
    }

    private void tell(VersionRecord done, Sealed sealed) {
        Duration delay = Duration.between(sealed.blob().writtenAt(), clock.instant());
        LOG.info(
                "upload ended: blob={} state={} size={} noticed_by={} delay_seconds={}",
                done.blobName(),
                done.state(),
                sealed.facts().size(),
                sealed.trigger(),
                delay.toSeconds());
        metrics.uploadRecorded(sealed.trigger(), done.state(), delay);
    }

    /** What was sealed, when, and why now. */
    private record Sealed(SealedBlob blob, Instant at, CommitTrigger trigger) {

        BlobInfo facts() {
            return blob.facts();
        }

        /** The same, but with the facts that are on record already. */
        Sealed as(BlobInfo recorded) {
            return new Sealed(new SealedBlob(recorded, blob.writtenAt()), at, trigger);
        }
    }

    /** How a commit ended: with a version in its final state, or with nothing to record. */
    private record Ending(Optional<VersionRecord> version) {}
}
