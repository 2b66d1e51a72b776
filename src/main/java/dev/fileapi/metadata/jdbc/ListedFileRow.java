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
import io.micronaut.data.model.naming.NamingStrategies;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code files} as lists read it, hundreds at a time: without embedded parts, whose columns' names Micronaut Data
 * would put together again for every row, it is read four times as fast as {@link FileRow}, and of types that the driver has, since each
 * value of another one is converted in a context of its own.
 */
@MappedEntity("files")
@SuppressWarnings("ArrayRecordComponent") // never compared
record ListedFileRow(
        UUID fileId,
        Long revision,
        String state,
        byte[] pathHead,
        byte[] pathTail,
        Timestamp createdAt,
        UUID createdById,
        @Nullable String createdByName,
        @Nullable String createdByEmail,
        Long latestVersionId,
        Long latestSize,
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
        @Nullable Timestamp latestSourceModifiedAt,
        @Nullable String latestTags,
        @Nullable String latestMetadata,
        Timestamp modifiedAt,
        UUID modifiedById,
        @Nullable String modifiedByName,
        @Nullable String modifiedByEmail,
        @Nullable Timestamp deletedAt,
        @Nullable UUID deletedById,
        @Nullable String deletedByName,
        @Nullable String deletedByEmail,
        @Nullable Timestamp nextCheckAt) {

    /** The columns that a row is read from. */
    static final String COLUMNS = Stream.of(ListedFileRow.class.getRecordComponents())
            .map(component -> new NamingStrategies.UnderScoreSeparatedLowerCase().mappedName(component.getName()))
            .collect(Collectors.joining(", "));

    FileRecord file(Workspace workspace) {
        return new FileRecord(
                workspace,
                new FileId(fileId),
                new FilePath(new PathKey(pathHead, pathTail).text()),
                FileState.valueOf(state),
                createdAt.toInstant(),
                new User(createdById, createdByName, createdByEmail),
                new CommittedVersion(
                        new VersionId(latestVersionId),
                        new BlobInfo(latestSize, latestEtag, latestSnapshot, latestContentMd5, latestContentType),
                        details(),
                        modifiedAt.toInstant(),
                        new User(modifiedById, modifiedByName, modifiedByEmail)),
                deletedAt == null || deletedById == null
                        ? null
                        : new Deletion(deletedAt.toInstant(), new User(deletedById, deletedByName, deletedByEmail)),
                nextCheckAt == null ? null : nextCheckAt.toInstant(),
                Revisions.of(revision));
    }

    private VersionDetails details() {
        if (!latestVersionId.equals(detailsOf)) {
            return VersionDetails.NONE;
        }
        return new DetailsColumns(
                        latestVerification == null ? null : Verification.valueOf(latestVerification),
                        latestSha256,
                        latestMd5,
                        latestCrc64nvme,
                        latestDeclaredContentType,
                        latestSourceModifiedAt == null ? null : latestSourceModifiedAt.toInstant(),
                        latestTags,
                        latestMetadata)
                .details();
    }
}
