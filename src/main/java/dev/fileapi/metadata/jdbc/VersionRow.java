package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code versions}; its migration says what the columns are for.
 *
 * @param revision counts up with every write
 */
@MappedEntity("versions")
record VersionRow(
        @EmbeddedId VersionKey id,
        @Version long revision,
        VersionState state,
        Instant createdAt,
        @Relation(Relation.Kind.EMBEDDED) UserColumns createdBy,
        Instant linkExpiresAt,
        @Nullable SweepStage nextCheck,
        @Nullable Instant nextCheckAt,
        boolean conditional,
        @Nullable String expectedEtag,
        @Nullable Long expectedSize,

        @Relation(Relation.Kind.EMBEDDED) @MappedProperty("")
        DetailsColumns details,

        @Relation(Relation.Kind.EMBEDDED) @MappedProperty("")
        BlobColumns blob,

        @Nullable Instant committedAt,
        @Nullable RejectionReason rejection,
        @Relation(Relation.Kind.EMBEDDED) TaskColumns verification) {

    static VersionRow of(VersionRecord version) {
        return of(version, Revisions.number(version.revision()));
    }

    static VersionRow of(VersionRecord version, long revision) {
        UploadCondition condition = version.condition();
        return new VersionRow(
                VersionKey.of(version.workspace(), version.fileId(), version.id()),
                revision,
                version.state(),
                JdbcTimes.stored(version.createdAt()),
                UserColumns.of(version.createdBy()),
                JdbcTimes.stored(version.linkExpiresAt()),
                version.nextCheck(),
                JdbcTimes.storedOrNull(version.nextCheckAt()),
                condition != null,
                condition == null ? null : condition.expectedEtag(),
                version.expectedSize(),
                DetailsColumns.of(version.details()),
                BlobColumns.of(version.blob()),
                JdbcTimes.storedOrNull(version.committedAt()),
                version.rejection(),
                TaskColumns.of(version.verificationTask()));
    }

    /** Returns the place after this row among those that are due. */
    JdbcDueCursor dueCursor() {
        return new JdbcDueCursor(
                Objects.requireNonNull(nextCheckAt),
                id.organisationId(),
                id.workspaceId(),
                id.fileId(),
                id.versionId());
    }

    /** As {@link #dueCursor}, among those of which bytes are to be read. */
    JdbcDueCursor verificationCursor() {
        return new JdbcDueCursor(
                Objects.requireNonNull(verification.dueAt()),
                id.organisationId(),
                id.workspaceId(),
                id.fileId(),
                id.versionId());
    }

    VersionRecord version() {
        return new VersionRecord(
                new Workspace(id.organisationId(), id.workspaceId()),
                new FileId(id.fileId()),
                new VersionId(id.versionId()),
                state,
                createdAt,
                createdBy.user(),
                linkExpiresAt,
                nextCheck,
                nextCheckAt,
                conditional ? new UploadCondition(expectedEtag) : null,
                expectedSize,
                details.details(),
                blob.blob(),
                committedAt,
                rejection,
                verification.task(),
                Revisions.of(revision));
    }
}
