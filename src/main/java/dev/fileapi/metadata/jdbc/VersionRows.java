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

/** The table {@code versions}. */
@JdbcStore
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VersionRows extends GenericRepository<VersionRow, VersionKey> {

    /** The condition on the time alone follows from that on the whole key; it is what an index can follow. */
    String DUE = """
            SELECT * FROM versions
            WHERE next_check_at <= :now AND next_check_at >= :after
            AND (next_check_at, organisation_id, workspace_id, file_id, version_id)
                > (:after, :organisationId, :workspaceId, :fileId, :versionId)
            ORDER BY next_check_at, organisation_id, workspace_id, file_id, version_id LIMIT :limit""";

    /** As {@link #DUE}, of what is to be read on. */
    String DUE_VERIFICATIONS = """
            SELECT * FROM versions
            WHERE verification_due_at <= :now AND verification_due_at >= :after
            AND (verification_due_at, organisation_id, workspace_id, file_id, version_id)
                > (:after, :organisationId, :workspaceId, :fileId, :versionId)
            ORDER BY verification_due_at, organisation_id, workspace_id, file_id, version_id LIMIT :limit""";

    String COUNT = """
            SELECT count(*) FROM (
                SELECT version_id FROM versions
                WHERE organisation_id = :organisationId AND workspace_id = :workspaceId
                AND state = 'PENDING' LIMIT :max) AS pending""";

    String COUNT_OF_FILE = """
            SELECT count(*) FROM (
                SELECT version_id FROM versions
                WHERE organisation_id = :organisationId AND workspace_id = :workspaceId AND file_id = :fileId
                AND state = 'PENDING' LIMIT :max) AS pending""";

    Optional<VersionRow> findById(VersionKey id);

    @Query("""
            SELECT * FROM versions
            WHERE organisation_id = :organisationId AND workspace_id = :workspaceId AND file_id = :fileId
            AND state IN (:states) AND version_id < :olderThan
            ORDER BY version_id DESC LIMIT :limit""")
    List<VersionRow> findInStates(
            UUID organisationId, UUID workspaceId, UUID fileId, Collection<String> states, long olderThan, int limit);

    @Query("""
            SELECT * FROM versions
            WHERE organisation_id = :organisationId AND workspace_id = :workspaceId AND file_id = :fileId
            AND version_id >= :latest
            AND (state = 'PENDING' OR state = 'COMMITTED' AND version_id > :latest)
            ORDER BY version_id DESC LIMIT :limit""")
    List<VersionRow> findUnseen(UUID organisationId, UUID workspaceId, UUID fileId, long latest, int limit);

    @Query("""
            SELECT * FROM versions
            WHERE organisation_id = :organisationId AND workspace_id = :workspaceId
            AND state = 'PENDING' AND link_expires_at > :linkExpiresAfter
            ORDER BY version_id DESC LIMIT :limit""")
    List<VersionRow> findPending(UUID organisationId, UUID workspaceId, Instant linkExpiresAfter, int limit);

    @Query("""
            SELECT * FROM versions
            WHERE organisation_id = :organisationId AND workspace_id = :workspaceId
            AND state = 'PENDING'
            AND version_id <= :versionId AND (version_id < :versionId OR file_id > :fileId)
            ORDER BY version_id DESC, file_id LIMIT :limit""")
    List<VersionRow> findUploads(UUID organisationId, UUID workspaceId, long versionId, UUID fileId, int limit);

    @Query("""
            SELECT * FROM versions
            WHERE organisation_id = :organisationId AND workspace_id = :workspaceId
            AND state = 'PENDING' AND created_by_id = :author
            AND version_id <= :versionId AND (version_id < :versionId OR file_id > :fileId)
            ORDER BY version_id DESC, file_id LIMIT :limit""")
    List<VersionRow> findUploadsBy(
            UUID organisationId, UUID workspaceId, UUID author, long versionId, UUID fileId, int limit);

    @Query("""
            SELECT count(*) FROM (
                SELECT version_id FROM versions
                WHERE organisation_id = :organisationId AND workspace_id = :workspaceId
                AND state = 'PENDING' AND link_expires_at > :linkExpiresAfter LIMIT :max) AS pending""")
    int countPending(UUID organisationId, UUID workspaceId, Instant linkExpiresAfter, int max);

    @Query(COUNT)
    int countUploads(UUID organisationId, UUID workspaceId, int max);

    @Query(COUNT_OF_FILE)
    int countUploadsOf(UUID organisationId, UUID workspaceId, UUID fileId, int max);

    @Query(DUE)
    List<VersionRow> findDue(
            Instant now, Instant after, UUID organisationId, UUID workspaceId, UUID fileId, long versionId, int limit);

    @Query(DUE_VERIFICATIONS)
    List<VersionRow> findDueVerifications(
            Instant now, Instant after, UUID organisationId, UUID workspaceId, UUID fileId, long versionId, int limit);

    VersionRow save(VersionRow row);

    List<VersionRow> saveAll(Iterable<VersionRow> rows);

    VersionRow update(VersionRow row);

    int delete(VersionRow row);
}
