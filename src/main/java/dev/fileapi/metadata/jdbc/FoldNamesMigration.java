package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.CaseFolding;
import dev.fileapi.files.model.FilePath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Folds the names in {@code lower_case_name} anew: earlier releases lowered case by a letter's place in its word. From the path, since
 * the lowered name does not tell which letters it had, and in Java, since databases fold as their locale says.
 */
final class FoldNamesMigration implements JavaMigration {

    private static final int ROWS_AT_ONCE = 1000;

    /** Names of ASCII alone were folded the same. */
    private static final String NAMES = """
            SELECT organisation_id, workspace_id, file_id, path_head, path_tail, lower_case_name FROM files
            WHERE OCTET_LENGTH(lower_case_name) > CHAR_LENGTH(lower_case_name)""";

    private static final String UPDATE = """
            UPDATE files SET lower_case_name = ?
            WHERE organisation_id = ? AND workspace_id = ? AND file_id = ?""";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("4");
    }

    @Override
    public String getDescription() {
        return "fold names";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        foldNames(context.getConnection());
    }

    static void foldNames(Connection connection) throws SQLException {
        try (PreparedStatement names = connection.prepareStatement(NAMES);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            names.setFetchSize(ROWS_AT_ONCE);
            int waiting = 0;
            for (ResultSet rows = names.executeQuery(); rows.next(); ) {
                FilePath path = new PathKey(rows.getBytes(4), rows.getBytes(5)).toPath();
                String folded = CaseFolding.fold(path.name());
                if (folded.equals(rows.getString(6))) {
                    continue;
                }
                update.setString(1, folded);
                for (int key = 1; key <= 3; key++) {
                    update.setObject(1 + key, rows.getObject(key));
                }
                update.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    update.executeBatch();
                    waiting = 0;
                }
            }
            update.executeBatch();
        }
    }
}
