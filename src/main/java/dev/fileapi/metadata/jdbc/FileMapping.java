package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How files lie in the table {@code files}. */
final class FileMapping implements RecordMapping<FileRecord> {

    @Override
    public String table() {
        return "files";
    }

    @Override
    public List<String> keyColumns() {
        return List.of("organisation_id", "workspace_id", "file_id");
    }

    @Override
    public List<Object> key(FileRecord file) {
        return List.of(
                file.workspace().organisationId(),
                file.workspace().workspaceId(),
                file.id().value());
    }

    @Override
    public Map<String, @Nullable Object> values(FileRecord file) {
        String path = file.path().value();
        PathBytes bytes = PathBytes.of(path);
        CommittedVersion latest = file.latest();
        BlobInfo blob = latest == null ? null : latest.blob();
        Deletion deletion = file.deletion();

        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("slot", file.slot().value());
        values.put("state", file.state().name());
        values.put("listed_as", listedAs(file));
        values.put("path_head", bytes.head());
        values.put("path_tail", bytes.tail());
        values.put("depth", depth(path));
        values.put("lower_case_name", file.path().name().toLowerCase(Locale.ROOT));
        values.put("created_at", Times.argument(file.createdAt()));
        Users.put(values, "created_by", file.createdBy());
        values.put("latest_version_id", latest == null ? null : latest.id().value());
        values.put("latest_size", blob == null ? null : blob.size());
        values.put("latest_etag", blob == null ? null : blob.etag());
        values.put("latest_snapshot", blob == null ? null : blob.snapshot());
        values.put("latest_content_md5", blob == null ? null : blob.contentMd5());
        values.put("latest_content_type", blob == null ? null : blob.contentType());
        values.put("modified_at", latest == null ? null : Times.argument(latest.createdAt()));
        Users.put(values, "modified_by", latest == null ? null : latest.createdBy());
        values.put("deleted_at", deletion == null ? null : Times.argument(deletion.at()));
        Users.put(values, "deleted_by", deletion == null ? null : deletion.by());
        values.put("next_check_at", Times.argumentOrNull(file.nextCheckAt()));
        return values;
    }

    @Override
    public Revision revision(FileRecord file) {
        return file.revision();
    }

    @Override
    public @Nullable Instant nextCheckAt(FileRecord file) {
        return file.nextCheckAt();
    }

    @Override
    public FileRecord stored(FileRecord file, Revision revision) {
        CommittedVersion latest = file.latest();
        Deletion deletion = file.deletion();
        return new FileRecord(
                file.workspace(),
                file.id(),
                file.path(),
                file.state(),
                Times.stored(file.createdAt()),
                file.createdBy(),
                latest == null
                        ? null
                        : new CommittedVersion(
                                latest.id(), latest.blob(), Times.stored(latest.createdAt()), latest.createdBy()),
                deletion == null ? null : new Deletion(Times.stored(deletion.at()), deletion.by()),
                Times.storedOrNull(file.nextCheckAt()),
                revision);
    }

    @Override
    public FileRecord read(ResultSet row) throws SQLException {
        return new FileRecord(
                new Workspace(row.getObject("organisation_id", UUID.class), row.getObject("workspace_id", UUID.class)),
                new FileId(row.getObject("file_id", UUID.class)),
                new PathBytes(row.getBytes("path_head"), row.getBytes("path_tail")).toPath(),
                FileState.valueOf(row.getString("state")),
                Times.read(row, "created_at"),
                Users.read(row, "created_by"),
                readLatest(row),
                readDeletion(row),
                Times.readOrNull(row, "next_check_at"),
                new Revision(row.getString("revision")));
    }

    /** How many folders deep a path goes, or paths that begin with a prefix at least go. */
    static int depth(String pathOrPrefix) {
        return (int) pathOrPrefix.chars().filter(character -> character == '/').count();
    }

    private static @Nullable String listedAs(FileRecord file) {
        return file.isNascent() || file.state() == FileState.PURGING
                ? null
                : file.state().name();
    }

    private static @Nullable CommittedVersion readLatest(ResultSet row) throws SQLException {
        long id = row.getLong("latest_version_id");
        if (row.wasNull()) {
            return null;
        }
        return new CommittedVersion(
                new VersionId(id),
                new BlobInfo(
                        row.getLong("latest_size"),
                        row.getString("latest_etag"),
                        row.getString("latest_snapshot"),
                        row.getString("latest_content_md5"),
                        row.getString("latest_content_type")),
                Times.read(row, "modified_at"),
                Users.read(row, "modified_by"));
    }

    private static @Nullable Deletion readDeletion(ResultSet row) throws SQLException {
        return Times.readOrNull(row, "deleted_at") == null
                ? null
                : new Deletion(Times.read(row, "deleted_at"), Users.read(row, "deleted_by"));
    }
}
