package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How versions lie in the table {@code versions}. */
final class VersionMapping implements RecordMapping<VersionRecord> {

    @Override
    public String table() {
        return "versions";
    }

    @Override
    public List<String> keyColumns() {
        return List.of("organisation_id", "workspace_id", "file_id", "version_id");
    }

    @Override
    public List<Object> key(VersionRecord version) {
        return List.of(
                version.workspace().organisationId(),
                version.workspace().workspaceId(),
                version.fileId().value(),
                version.id().value());
    }

    @Override
    public Map<String, @Nullable Object> values(VersionRecord version) {
        SweepStage nextCheck = version.nextCheck();
        UploadCondition condition = version.condition();
        BlobInfo blob = version.blob();

        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("state", version.state().name());
        values.put("created_at", Times.argument(version.createdAt()));
        Users.put(values, "created_by", version.createdBy());
        values.put("link_expires_at", Times.argument(version.linkExpiresAt()));
        values.put("next_check", nextCheck == null ? null : nextCheck.name());
        values.put("next_check_at", Times.argumentOrNull(version.nextCheckAt()));
        values.put("conditional", condition != null);
        values.put("expected_etag", condition == null ? null : condition.expectedEtag());
        values.put("size", blob == null ? null : blob.size());
        values.put("etag", blob == null ? null : blob.etag());
        values.put("snapshot", blob == null ? null : blob.snapshot());
        values.put("content_md5", blob == null ? null : blob.contentMd5());
        values.put("content_type", blob == null ? null : blob.contentType());
        values.put("committed_at", Times.argumentOrNull(version.committedAt()));
        return values;
    }

    @Override
    public Revision revision(VersionRecord version) {
        return version.revision();
    }

    @Override
    public @Nullable Instant nextCheckAt(VersionRecord version) {
        return version.nextCheckAt();
    }

    @Override
    public VersionRecord stored(VersionRecord version, Revision revision) {
        return new VersionRecord(
                version.workspace(),
                version.fileId(),
                version.id(),
                version.state(),
                Times.stored(version.createdAt()),
                version.createdBy(),
                Times.stored(version.linkExpiresAt()),
                version.nextCheck(),
                Times.storedOrNull(version.nextCheckAt()),
                version.condition(),
                version.blob(),
                Times.storedOrNull(version.committedAt()),
                revision);
    }

    @Override
    public VersionRecord read(ResultSet row) throws SQLException {
        String nextCheck = row.getString("next_check");
        return new VersionRecord(
                new Workspace(row.getObject("organisation_id", UUID.class), row.getObject("workspace_id", UUID.class)),
                new FileId(row.getObject("file_id", UUID.class)),
                new VersionId(row.getLong("version_id")),
                VersionState.valueOf(row.getString("state")),
                Times.read(row, "created_at"),
                Users.read(row, "created_by"),
                Times.read(row, "link_expires_at"),
                nextCheck == null ? null : SweepStage.valueOf(nextCheck),
                Times.readOrNull(row, "next_check_at"),
                row.getBoolean("conditional") ? new UploadCondition(row.getString("expected_etag")) : null,
                readBlob(row),
                Times.readOrNull(row, "committed_at"),
                new Revision(row.getString("revision")));
    }

    private static @Nullable BlobInfo readBlob(ResultSet row) throws SQLException {
        long size = row.getLong("size");
        if (row.wasNull()) {
            return null;
        }
        return new BlobInfo(
                size,
                row.getString("etag"),
                row.getString("snapshot"),
                row.getString("content_md5"),
                row.getString("content_type"));
    }
}
