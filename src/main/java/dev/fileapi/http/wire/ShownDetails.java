package dev.fileapi.http.wire;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.mediatype.DownloadType;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a version beside its bytes; its fields are those of the answer that it is part of.
 *
 * @param checksums base64 by algorithm; those that were told while {@code verification} is {@code pending}, else computed from the bytes
 * @param verification {@code unverified}, {@code pending}, {@code verified} or {@code failed}
 * @param contentType of a version, what a download is sent with; of an upload, what was told, else null
 * @param sourceModifiedAt null when it was not told
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ShownDetails(
        Map<String, String> checksums,
        String verification,
        @Nullable String contentType,
        @Nullable Instant sourceModifiedAt,
        Map<String, String> tags,
        Map<String, String> metadata) {

    /** Returns those of a version of a file with a name. */
    static ShownDetails of(VersionDetails details, BlobInfo blob, String fileName) {
        return of(
                details, details.verification(), DownloadType.of(details.contentType(), blob.contentType(), fileName));
    }

    /** Returns those of an upload, in progress or not. */
    static ShownDetails of(VersionRecord upload) {
        return of(upload.details(), upload.verification(), upload.details().contentType());
    }

    private static ShownDetails of(VersionDetails details, Verification verification, @Nullable String contentType) {
        return new ShownDetails(
                byWord(details.checksums()),
                verification.name().toLowerCase(Locale.ROOT),
                contentType,
                details.modifiedAt(),
                details.tags(),
                details.metadata());
    }

    private static Map<String, String> byWord(Checksums checksums) {
        if (checksums.isEmpty()) {
            return Map.of();
        }
        Map<String, String> byWord = new LinkedHashMap<>();
        checksums.values().forEach((algorithm, value) -> byWord.put(algorithm.word(), value));
        return byWord;
    }
}
