package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.metadata.StoredTimes;
import io.micronaut.data.annotation.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a version beside its bytes, in eight columns of a row; all are null when nothing is.
 *
 * @param verification null for {@link Verification#UNVERIFIED}
 * @param declaredContentType as the uploader told it; the blob's own is in {@link BlobColumns}
 * @param tags as {@link JsonPairs}, like metadata
 */
@Embeddable
record DetailsColumns(
        @Nullable Verification verification,
        @Nullable String sha256,
        @Nullable String md5,
        @Nullable String crc64nvme,
        @Nullable String declaredContentType,
        @Nullable Instant sourceModifiedAt,
        @Nullable String tags,
        @Nullable String metadata) {

    static final DetailsColumns NONE = new DetailsColumns(null, null, null, null, null, null, null, null);

    static DetailsColumns of(VersionDetails details) {
        Checksums checksums = details.checksums();
        Instant modifiedAt = details.modifiedAt();
        return new DetailsColumns(
                details.verification() == Verification.UNVERIFIED ? null : details.verification(),
                checksums.get(ChecksumAlgorithm.SHA_256),
                checksums.get(ChecksumAlgorithm.MD5),
                checksums.get(ChecksumAlgorithm.CRC64NVME),
                details.contentType(),
                modifiedAt == null ? null : JdbcTimes.stored(StoredTimes.withinRange(modifiedAt)),
                JsonPairs.text(details.tags()),
                JsonPairs.text(details.metadata()));
    }

    VersionDetails details() {
        if (equals(NONE)) {
            return VersionDetails.NONE;
        }
        return new VersionDetails(
                verification == null ? Verification.UNVERIFIED : verification,
                Checksums.of(sha256, md5, crc64nvme),
                declaredContentType,
                sourceModifiedAt,
                JsonPairs.read(tags),
                JsonPairs.read(metadata));
    }
}
