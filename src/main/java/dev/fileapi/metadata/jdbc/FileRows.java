package dev.fileapi.metadata.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code files}. */
@JdbcStore
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FileRows extends GenericRepository<FileRow, FileKey> {

    /** The condition on the time alone follows from that on the whole key; it is what an index can follow. */
    String DUE = """
            SELECT * FROM files
            WHERE next_check_at <= :now AND next_check_at >= :after
            AND (next_check_at, organisation_id, workspace_id, file_id) > (:after, :organisationId, :workspaceId, :fileId)
            ORDER BY next_check_at, organisation_id, workspace_id, file_id LIMIT :limit""";

    /** For {@code IN} H2 would read all files of the workspace: it uses an index only where that begins with the column. */
    String BY_SLOTS = """
            SELECT files.* FROM UNNEST(CAST(:slots AS varchar ARRAY)) AS wanted (wanted_slot)
            JOIN files ON organisation_id = :organisationId AND workspace_id = :workspaceId AND slot = wanted_slot""";

    /** As {@link #BY_SLOTS}. */
    String BY_IDS = """
            SELECT files.* FROM UNNEST(CAST(:fileIds AS uuid ARRAY)) AS wanted (wanted_id)
            JOIN files ON organisation_id = :organisationId AND workspace_id = :workspaceId AND file_id = wanted_id""";

    Optional<FileRow> findById(FileKey id);

    @Query(
            "SELECT * FROM files WHERE organisation_id = :organisationId AND workspace_id = :workspaceId AND slot = :slot")
    Optional<FileRow> findBySlot(UUID organisationId, UUID workspaceId, String slot);

    @Query(BY_SLOTS)
    List<FileRow> findBySlots(
            UUID organisationId, UUID workspaceId, @TypeDef(type = DataType.STRING_ARRAY) String[] slots);

    @Query(BY_IDS)
    List<FileRow> findByIds(
            UUID organisationId, UUID workspaceId, @TypeDef(type = DataType.STRING_ARRAY) String[] fileIds);

    @Query(DUE)
    List<FileRow> findDue(Instant now, Instant after, UUID organisationId, UUID workspaceId, UUID fileId, int limit);

    FileRow save(FileRow row);

    List<FileRow> saveAll(Iterable<FileRow> rows);

    FileRow update(FileRow row);

    int delete(FileRow row);

    @Query("SELECT 1")
    int one();
}
