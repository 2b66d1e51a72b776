package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users, kept in three columns each. */
final class Users {

    private Users() {}

    static void put(Map<String, @Nullable Object> values, String column, @Nullable User user) {
        values.put(column + "_id", user == null ? null : user.id());
        values.put(column + "_name", user == null ? null : user.name());
        values.put(column + "_email", user == null ? null : user.email());
    }

    /** @param column what the three columns' names begin with */
    static User read(ResultSet row, String column) throws SQLException {
        return new User(
                row.getObject(column + "_id", UUID.class),
                row.getString(column + "_name"),
                row.getString(column + "_email"));
    }
}
