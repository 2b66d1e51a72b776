package dev.fileapi.files.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the records say of a version that is being sealed, to be kept beside its bytes: with the blob's name and facts, enough to
 * write the records anew. Names and addresses of users are {@linkplain User#truncatedForMetadata() shortened}.
 *
 * @param path the file's, at that time
 * @param condition null when the upload is unconditional
 */
public record VersionDescription(
        FilePath path,
        Instant fileCreatedAt,
        User fileCreatedBy,
        Instant createdAt,
        User createdBy,
        Instant linkExpiresAt,
        @Nullable UploadCondition condition,
        VersionDetails details,
        Instant sealedAt) {

    public VersionDescription {
        fileCreatedBy = fileCreatedBy.truncatedForMetadata();
        createdBy = createdBy.truncatedForMetadata();
    }

    public VersionDescription withDetails(VersionDetails newDetails) {
        return new VersionDescription(
                path,
                fileCreatedAt,
                fileCreatedBy,
                createdAt,
                createdBy,
                linkExpiresAt,
                condition,
                newDetails,
                sealedAt);
    }

    public static VersionDescription of(FileRecord file, VersionRecord version, Instant sealedAt) {
        return new VersionDescription(
                file.path(),
                file.createdAt(),
                file.createdBy(),
                version.createdAt(),
                version.createdBy(),
                version.linkExpiresAt(),
                version.condition(),
                version.details(),
                sealedAt);
    }
}
