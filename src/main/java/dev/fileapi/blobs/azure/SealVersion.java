package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.BlobStorageException;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was committed to a blob unchangeable: an infinite lease, which refuses an honest late writer; a snapshot, which no upload link
 * reaches; and a description, written once. The attempt that describes first has sealed: another attempt takes over what is described. Bytes
 * that are not those that were told are never described.
 */
final class SealVersion {

    /** How often to start again when the blob changes meanwhile. */
    private static final int ATTEMPTS = 5;

    private final VersionBlob blob;
    private final DescriptionBlob description;
    private final VerifyBytes verify;

    SealVersion(VersionBlob blob, DescriptionBlob description, VerifyBytes verify) {
        this.blob = blob;
        this.description = description;
        this.verify = verify;
    }

    SealOutcome seal(VersionDescription says) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Attempt made = attempt();
            if (made instanceof Attempt.Ended ended) {
                return ended.outcome() instanceof SealOutcome.Refused ? describedOr(ended.outcome()) : ended.outcome();
            }
            SealedBlob sealed = made instanceof Attempt.Snapshotted snapshotted ? describe(snapshotted, says) : null;
            if (sealed != null) {
                return new SealOutcome.Sealed(sealed);
            }
        }
        return describedOr(new SealOutcome.Refused(RejectionReason.CANNOT_BE_SEALED, false));
    }

    /** A refusal is what the blob's own state led to; of what the service writes elsewhere a failure is an outage. */
    private Attempt attempt() {
        try {
            return blob.committed(verify.firstBytes())
                    .map(this::attempt)
                    .orElseGet(() -> new Attempt.Ended(new SealOutcome.NotCommitted()));
        } catch (BlobStorageException e) {
            return new Attempt.Ended(Refusal.of(e).orElseThrow(() -> e));
        }
    }

    /** A blob with staged blocks only is never leased: that would lock its uploader out. */
    private Attempt attempt(CommittedBlob committed) {
        RejectionReason unfit = UnfitBlob.reason(committed);
        RejectionReason wrong = unfit == null ? verify.contradiction(committed) : unfit;
        if (wrong != null) {
            return refused(wrong);
        }
        if (!blob.lease()) {
            return new Attempt.Changed();
        }
        String etag = blob.withoutClientHeaders(committed);
        String snapshot = etag == null ? null : blob.snapshot(etag);
        if (snapshot == null) {
            return new Attempt.Changed();
        }
        BlobInfo facts = committed.facts(snapshot);
        return verify.details(facts, committed.bytes())
                .<Attempt>map(details -> new Attempt.Snapshotted(facts, details, committed.writtenAt()))
                .orElseGet(() -> refused(RejectionReason.WRONG_CHECKSUM));
    }

    private static Attempt refused(RejectionReason reason) {
        return new Attempt.Ended(new SealOutcome.Refused(reason, true));
    }

    /** Returns the first seal; null when it has vanished: the version is being removed. */
    private @Nullable SealedBlob describe(Attempt.Snapshotted own, VersionDescription says) {
        if (description.create(new DescribedVersion(says.withDetails(own.details()), own.facts(), false))) {
            return new SealedBlob(own.facts(), own.details(), own.writtenAt());
        }
        Optional<DescribedVersion> first = description.find();
        if (first.filter(described ->
                        described.facts().snapshot().equals(own.facts().snapshot()))
                .isEmpty()) {
            blob.removeSnapshot(own.facts().snapshot());
        }
        return first.map(described -> new SealedBlob(
                        described.facts(), described.description().details(), own.writtenAt()))
                .orElse(null);
    }

    private SealOutcome describedOr(SealOutcome outcome) {
        return description
                .find()
                .<SealOutcome>map(first -> new SealOutcome.Sealed(new SealedBlob(
                        first.facts(),
                        first.description().details(),
                        first.description().sealedAt())))
                .orElse(outcome);
    }

    /** What one attempt came to. */
    private sealed interface Attempt {

        /** There is nothing to seal, or it cannot be. */
        record Ended(SealOutcome outcome) implements Attempt {}

        /** The blob was changed meanwhile. */
        record Changed() implements Attempt {}

        record Snapshotted(BlobInfo facts, VersionDetails details, Instant writtenAt) implements Attempt {}
    }
}
