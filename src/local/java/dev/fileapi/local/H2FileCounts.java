package dev.fileapi.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code file_counts} on H2, as a trigger of the table {@code files}. Public, since H2 looks it up by name; here, since H2 itself is on
 * the local host's class path only.
 */
public final class H2FileCounts implements Trigger {

    // In the order in which V1 creates the columns.
    private static final int ORGANISATION_ID = 0;
    private static final int WORKSPACE_ID = 1;
    private static final int LISTED_AS = 6;

    private static final String ADD = """
            UPDATE file_counts SET live = live + ?, deleted = deleted + ?
            WHERE organisation_id = ? AND workspace_id = ? AND part = MOD(SESSION_ID(), 16)""";

    private static final String CREATE = """
            INSERT INTO file_counts VALUES (?, ?, MOD(SESSION_ID(), 16), 0, 0) ON CONFLICT DO NOTHING""";

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        Object was = before == null ? null : before[LISTED_AS];
        Object is = after == null ? null : after[LISTED_AS];
        Object[] file = after == null ? before : after;
        if (Objects.equals(was, is) || file == null) {
            return;
        }
        Object[] change = {
            count(is, "LIVE") - count(was, "LIVE"),
            count(is, "DELETED") - count(was, "DELETED"),
            file[ORGANISATION_ID],
            file[WORKSPACE_ID]
        };
        if (run(connection, ADD, change) == 0) {
            run(connection, CREATE, file[ORGANISATION_ID], file[WORKSPACE_ID]);
            run(connection, ADD, change);
        }
    }

    private static int count(@Nullable Object listedAs, String state) {
        return state.equals(listedAs) ? 1 : 0;
    }

    private static int run(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }
}
