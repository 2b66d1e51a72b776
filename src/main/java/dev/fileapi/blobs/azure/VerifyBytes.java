package dev.fileapi.blobs.azure;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.checksum.RunningChecksums;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.VersionDetails;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what was committed to a version's blob with what was told of it. */
final class VerifyBytes {

    /** What a look reads of a blob that has more bytes is read again. */
    private static final int MAX_FIRST_BYTES = 64 << 10;

    private final VersionBlob blob;
    private final ChecksumSettings settings;
    private final VersionDetails told;
    private final @Nullable Long expectedSize;

    /** @param expectedSize null when none was told */
    VerifyBytes(VersionBlob blob, ChecksumSettings settings, VersionDetails told, @Nullable Long expectedSize) {
        this.blob = blob;
        this.settings = settings;
        this.told = told;
        this.expectedSize = expectedSize;
    }

    /**
     * Returns how many bytes are worth asking for when a blob is looked at, so that a small one need not be read later; 0 for none. Not more
     * than a version may have that is read at all.
     */
    int firstBytes() {
        boolean few = expectedSize == null || (expectedSize > 0 && expectedSize <= MAX_FIRST_BYTES);
        return wanted() && few ? (int) Math.min(MAX_FIRST_BYTES, settings.inlineBytes()) : 0;
    }

    /**
     * Returns what is wrong with the bytes, as far as the service tells of their blob; null when they tell nothing. The MD5 among them may be
     * whatever the holder of the link has set: that another one was told is wrong, that it is the same proves nothing.
     */
    @Nullable
    RejectionReason contradiction(CommittedBlob committed) {
        if (expectedSize != null && expectedSize != committed.size()) {
            return RejectionReason.WRONG_SIZE;
        }
        String md5 = committed.md5();
        String toldMd5 = told.checksums().get(ChecksumAlgorithm.MD5);
        return md5 != null && toldMd5 != null && !toldMd5.equals(md5) ? RejectionReason.WRONG_CHECKSUM : null;
    }

    /**
     * Returns the details of sealed bytes: with the checksums that they have when they are few enough to be read now, else those that were
     * told. Empty when they are not those that were told.
     *
     * @param bytes the sealed ones, when they have been read; null when they are still to be
     */
    Optional<VersionDetails> details(BlobInfo sealed, @Nullable ByteBuffer bytes) {
        if (!wanted() || sealed.size() > settings.inlineBytes()) {
            return Optional.of(told);
        }
        Checksums computed = computed(sealed, bytes);
        return told.checksums().contradicts(computed) ? Optional.empty() : Optional.of(told.verified(computed));
    }

    private boolean wanted() {
        return settings.computed() || !told.checksums().isEmpty();
    }

    /** What is still to be read is read of the snapshot, which no holder of a link can change. */
    private Checksums computed(BlobInfo sealed, @Nullable ByteBuffer bytes) {
        RunningChecksums running = RunningChecksums.of(told.checksums().values().keySet());
        if (bytes == null) {
            ByteRange.of(0, sealed.size()).forEach(range -> running.update(blob.read(sealed.snapshot(), range)));
        } else {
            running.update(bytes);
        }
        return running.checksums();
    }
}
