package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.FileCreation;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.jdbc.operations.JdbcRepositoryOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * In one statement, so in one round trip, and without the error that a database logs for a key that is taken. A nascent file and a pending
 * version have the columns that are named here; the others are null.
 */
@JdbcStore
@Singleton
@Requires(property = "fileapi.jdbc.url", pattern = "jdbc:postgresql:.*")
final class FirstVersionsOnPostgreSql implements FirstVersions {

    /**
     * All parts of a statement see the database as it was before (PostgreSQL documentation, Data-Modifying Statements in WITH): the row that
     * the last one finds is another file's.
     */
    private static final String CREATE = """
            WITH created AS (
                INSERT INTO files (
                    organisation_id, workspace_id, file_id, revision, slot, state, path_head, path_tail, depth, lower_case_name,
                    created_at, created_by_id, created_by_name, created_by_email, next_check_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (organisation_id, workspace_id, slot) DO NOTHING
                RETURNING organisation_id, workspace_id, file_id),
            first AS (
                INSERT INTO versions (
                    organisation_id, workspace_id, file_id, version_id, revision, state,
                    created_at, created_by_id, created_by_name, created_by_email, link_expires_at, next_check, next_check_at,
                    conditional, expected_etag, expected_size, verification, sha256, md5, crc64nvme,
                    declared_content_type, source_modified_at, tags, metadata)
                SELECT created.*, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                FROM created)
            SELECT EXISTS (SELECT 1 FROM created) AS is_created, occupant.*
            FROM (VALUES (1)) AS always
            LEFT JOIN files AS occupant ON organisation_id = ? AND workspace_id = ? AND slot = ?""";

    private final ConnectionOperations<Connection> connections;
    private final JdbcRepositoryOperations operations;

    FirstVersionsOnPostgreSql(ConnectionOperations<Connection> connections, JdbcRepositoryOperations operations) {
        this.connections = connections;
        this.operations = operations;
    }

    @Override
    public FileCreation create(FileRecord file, VersionRecord first) {
        FileRow newFile = FileRow.of(file, RandomRevisions.next());
        VersionRow newVersion = VersionRow.of(first, RandomRevisions.next());
        return connections.executeWrite(connection -> operations.prepareStatement(CREATE, statement -> {
            bind(statement, newFile, newVersion);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                if (result.getBoolean("is_created")) {
                    return new FileCreation.Created(newFile.file(), newVersion.version());
                }
                return result.getString("slot") == null
                        ? new FileCreation.Conflict()
                        : new FileCreation.SlotTaken(
                                operations.readEntity(result, FileRow.class).file());
            }
        }));
    }

    private static void bind(PreparedStatement statement, FileRow file, VersionRow version) throws SQLException {
        FileKey key = file.id();
        DetailsColumns details = version.details();
        new JdbcArguments(statement)
                .id(key.organisationId())
                .id(key.workspaceId())
                .id(key.fileId())
                .number(file.revision())
                .text(file.slot())
                .name(file.state())
                .bytes(file.path().head())
                .bytes(file.path().tail())
                .number(file.depth())
                .text(file.lowerCaseName())
                .time(file.createdAt())
                .user(file.createdBy())
                .time(file.nextCheckAt())
                .number(version.id().versionId())
                .number(version.revision())
                .name(version.state())
                .time(version.createdAt())
                .user(version.createdBy())
                .time(version.linkExpiresAt())
                .name(version.nextCheck())
                .time(version.nextCheckAt())
                .flag(version.conditional())
                .text(version.expectedEtag())
                .number(version.expectedSize())
                .name(details.verification())
                .text(details.sha256())
                .text(details.md5())
                .text(details.crc64nvme())
                .text(details.declaredContentType())
                .time(details.sourceModifiedAt())
                .text(details.tags())
                .text(details.metadata())
                .id(key.organisationId())
                .id(key.workspaceId())
                .text(file.slot());
    }
}
