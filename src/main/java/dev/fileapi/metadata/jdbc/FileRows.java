package dev.fileapi.metadata.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
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

    Optional<FileRow> findById(FileKey id);

    @Query(
            "SELECT * FROM files WHERE organisation_id = :organisationId AND workspace_id = :workspaceId AND slot = :slot")
    Optional<FileRow> findBySlot(UUID organisationId, UUID workspaceId, String slot);

    @Query("""
            SELECT * FROM files
            WHERE organisation_id = :organisationId AND workspace_id = :workspaceId AND file_id IN (:fileIds)""")
    List<FileRow> findByIds(UUID organisationId, UUID workspaceId, Collection<UUID> fileIds);

    @Query(DUE)
    List<FileRow> findDue(Instant now, Instant after, UUID organisationId, UUID workspaceId, UUID fileId, int limit);

    FileRow save(FileRow row);

    FileRow update(FileRow row);

    int delete(FileRow row);

    @Query("SELECT 1")
    int one();
}
