package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.metadata.ListKeys;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code files}; its migration says what the columns are for.
 *
 * @param revision counts up with every write
 * @param detailsOf the version that the details are of: a release that does not know them moves the pointer without them
 */
@MappedEntity("files")
record FileRow(
        @EmbeddedId FileKey id,
        @Version long revision,
        String slot,
        FileState state,
        @Nullable FileState listedAs,
        @Relation(Relation.Kind.EMBEDDED) PathKey path,
        int depth,
        String lowerCaseName,
        Instant createdAt,
        @Relation(Relation.Kind.EMBEDDED) UserColumns createdBy,
        @Nullable Long latestVersionId,
        @Relation(Relation.Kind.EMBEDDED) BlobColumns latest,
        @Nullable Long detailsOf,

        @Relation(Relation.Kind.EMBEDDED) @MappedProperty("latest_")
        DetailsColumns details,

        @Nullable Instant modifiedAt,
        @Relation(Relation.Kind.EMBEDDED) UserColumns modifiedBy,
        @Nullable Instant deletedAt,
        @Relation(Relation.Kind.EMBEDDED) UserColumns deletedBy,
        @Nullable Instant nextCheckAt) {

    static FileRow of(FileRecord file) {
        return of(file, Revisions.number(file.revision()));
    }

    static FileRow of(FileRecord file, long revision) {
        ListKeys keys = ListKeys.of(file);
        CommittedVersion latest = file.latest();
        Deletion deletion = file.deletion();
        return new FileRow(
                FileKey.of(file.workspace(), file.id()),
                revision,
                file.slot().value(),
                file.state(),
                keys.listedAs(),
                PathKey.of(file.path().value()),
                keys.depth(),
                keys.lowerCaseName(),
                JdbcTimes.stored(file.createdAt()),
                UserColumns.of(file.createdBy()),
                latest == null ? null : latest.id().value(),
                BlobColumns.of(latest == null ? null : latest.blob()),
                latest == null ? null : latest.id().value(),
                latest == null ? DetailsColumns.NONE : DetailsColumns.of(latest.details()),
                latest == null ? null : JdbcTimes.stored(latest.createdAt()),
                UserColumns.of(latest == null ? null : latest.createdBy()),
                deletion == null ? null : JdbcTimes.stored(deletion.at()),
                UserColumns.of(deletion == null ? null : deletion.by()),
                JdbcTimes.storedOrNull(file.nextCheckAt()));
    }

    /** Returns the place after this row among those that are due. */
    JdbcDueCursor dueCursor() {
        return new JdbcDueCursor(
                Objects.requireNonNull(nextCheckAt), id.organisationId(), id.workspaceId(), id.fileId(), 0);
    }

    FileRecord file() {
        return new FileRecord(
                id.workspace(),
                new FileId(id.fileId()),
                path.toPath(),
                state,
                createdAt,
                createdBy.user(),
                latestVersionId == null
                        ? null
                        : new CommittedVersion(
                                new VersionId(latestVersionId),
                                Objects.requireNonNull(latest.blob()),
                                latestVersionId.equals(detailsOf) ? details.details() : VersionDetails.NONE,
                                Objects.requireNonNull(modifiedAt),
                                modifiedBy.user()),
                deletedAt == null ? null : new Deletion(deletedAt, deletedBy.user()),
                nextCheckAt,
                Revisions.of(revision));
    }
}
