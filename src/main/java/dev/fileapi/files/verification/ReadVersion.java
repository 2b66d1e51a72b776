package dev.fileapi.files.verification;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.checksum.RunningChecksums;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sealed bytes of one version in sections. After each, the state of the computation is saved on the version's record, so that
 * another call can go on from there; while one is at it, others leave the version alone.
 */
@Singleton
public final class ReadVersion {

    /** How long a section may take before another call takes over. */
    private static final Duration TURN = Duration.ofMinutes(5);

    private final MetadataStore store;
    private final BlobStore blobs;
    private final ChecksumSettings settings;
    private final Clock clock;

    public ReadVersion(MetadataStore store, BlobStore blobs, ChecksumSettings settings, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** How far reading came. */
    sealed interface Progress {

        /** All bytes have been read. */
        record Complete(VersionRecord version, Checksums computed) implements Progress {}

        /** The time was over before the last section. */
        record Partial() implements Progress {}

        /** Another call is faster. */
        record Overtaken() implements Progress {}
    }

    /**
     * Reads on from where the last call came to.
     *
     * @param version with a task
     * @param blob its sealed bytes
     * @param deadline no section is begun afterwards, but the first
     */
    Progress readOn(VersionRecord version, BlobInfo blob, Instant deadline) {
        VerificationTask task = version.verificationTask();
        if (task == null) {
            return new Progress.Overtaken();
        }
        RunningChecksums running = task.state() == null
                ? RunningChecksums.of(version.details().checksums().values().keySet())
                : RunningChecksums.resume(task.state());
        Optional<VersionRecord> mine = save(version, clock.instant().plus(TURN), task.offset(), task.state());
        long offset = task.offset();
        while (mine.isPresent()) {
            long count = Math.min(settings.sectionBytes(), blob.size() - offset);
            blobs.read(version.blobName(), blob, offset, count, running::update);
            offset += count;
            if (offset == blob.size()) {
                return new Progress.Complete(mine.get(), running.checksums());
            }
            Instant now = clock.instant();
            boolean over = !now.isBefore(deadline);
            mine = save(mine.get(), over ? now : now.plus(TURN), offset, running.state());
            if (over) {
                return new Progress.Partial();
            }
        }
        return new Progress.Overtaken();
    }

    private Optional<VersionRecord> save(VersionRecord version, Instant dueAt, long offset, @Nullable String state) {
        return store.replaceVersion(version.toVerify(new VerificationTask(dueAt, offset, state)));
    }
}
