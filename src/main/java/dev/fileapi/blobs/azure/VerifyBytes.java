package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.BlobProperties;
import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.checksum.RunningChecksums;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.VersionDetails;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what was committed to a version's blob with what was told of it. */
final class VerifyBytes {

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
     * Returns what is wrong with the bytes, as far as their blob's properties tell; null when they tell nothing. The MD5 among them may be
     * whatever the holder of the link has set: that another one was told is wrong, that it is the same proves nothing.
     */
    @Nullable
    RejectionReason contradiction(BlobProperties committed) {
        if (expectedSize != null && expectedSize != committed.getBlobSize()) {
            return RejectionReason.WRONG_SIZE;
        }
        byte[] md5 = committed.getContentMd5();
        String toldMd5 = told.checksums().get(ChecksumAlgorithm.MD5);
        return md5 != null
                        && toldMd5 != null
                        && !toldMd5.equals(Base64.getEncoder().encodeToString(md5))
                ? RejectionReason.WRONG_CHECKSUM
                : null;
    }

    /**
     * Returns the details of sealed bytes: with the checksums that they have when they are few enough to be read now, else those that were
     * told. Empty when they are not those that were told.
     */
    Optional<VersionDetails> details(BlobInfo sealed) {
        boolean wanted = settings.computed() || !told.checksums().isEmpty();
        if (!wanted || sealed.size() > settings.inlineBytes()) {
            return Optional.of(told);
        }
        Checksums computed = computed(sealed);
        return told.checksums().contradicts(computed) ? Optional.empty() : Optional.of(told.verified(computed));
    }

    /** Of the snapshot, which no holder of a link can change. */
    private Checksums computed(BlobInfo sealed) {
        RunningChecksums running = RunningChecksums.of(told.checksums().values().keySet());
        ByteRange.of(0, sealed.size()).forEach(range -> running.update(blob.read(sealed.snapshot(), range)));
        return running.checksums();
    }
}
