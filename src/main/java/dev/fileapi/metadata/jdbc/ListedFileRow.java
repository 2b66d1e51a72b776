package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code files} as lists read it, hundreds at a time: without embedded parts, whose columns' names Micronaut Data
 * would put together again for every row, it is read four times as fast as {@link FileRow}.
 */
@MappedEntity("files")
@SuppressWarnings("ArrayRecordComponent") // never compared
record ListedFileRow(
        UUID organisationId,
        UUID workspaceId,
        UUID fileId,
        long revision,
        String state,
        byte[] pathHead,
        byte[] pathTail,
        Instant createdAt,
        UUID createdById,
        @Nullable String createdByName,
        @Nullable String createdByEmail,
        long latestVersionId,
        long latestSize,
        String latestEtag,
        String latestSnapshot,
        @Nullable String latestContentMd5,
        @Nullable String latestContentType,
        @Nullable Long detailsOf,
        @Nullable String latestVerification,
        @Nullable String latestSha256,
        @Nullable String latestMd5,
        @Nullable String latestCrc64nvme,
        @Nullable String latestDeclaredContentType,
        @Nullable Instant latestSourceModifiedAt,
        @Nullable String latestTags,
        @Nullable String latestMetadata,
        Instant modifiedAt,
        UUID modifiedById,
        @Nullable String modifiedByName,
        @Nullable String modifiedByEmail,
        @Nullable Instant deletedAt,
        @Nullable UUID deletedById,
        @Nullable String deletedByName,
        @Nullable String deletedByEmail,
        @Nullable Instant nextCheckAt) {

    FileRecord file() {
        return new FileRecord(
                new Workspace(organisationId, workspaceId),
                new FileId(fileId),
                new FilePath(new PathKey(pathHead, pathTail).text()),
                FileState.valueOf(state),
                createdAt,
                new User(createdById, createdByName, createdByEmail),
                new CommittedVersion(
                        new VersionId(latestVersionId),
                        new BlobInfo(latestSize, latestEtag, latestSnapshot, latestContentMd5, latestContentType),
                        details(),
                        modifiedAt,
                        new User(modifiedById, modifiedByName, modifiedByEmail)),
                deletedAt == null || deletedById == null
                        ? null
                        : new Deletion(deletedAt, new User(deletedById, deletedByName, deletedByEmail)),
                nextCheckAt,
                Revisions.of(revision));
    }

    private VersionDetails details() {
        if (detailsOf == null || detailsOf != latestVersionId) {
            return VersionDetails.NONE;
        }
        return new DetailsColumns(
                        latestVerification == null ? null : Verification.valueOf(latestVerification),
                        latestSha256,
                        latestMd5,
                        latestCrc64nvme,
                        latestDeclaredContentType,
                        latestSourceModifiedAt,
                        latestTags,
                        latestMetadata)
                .details();
    }
}
