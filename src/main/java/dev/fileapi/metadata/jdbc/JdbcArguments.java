package dev.fileapi.metadata.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sets the arguments of a statement, one after the other. What is null has a type too: for each other combination of types the driver would
 * prepare the statement again.
 */
final class JdbcArguments {

    private final PreparedStatement statement;
    private int last;

    JdbcArguments(PreparedStatement statement) {
        this.statement = statement;
    }

    JdbcArguments id(UUID value) throws SQLException {
        statement.setObject(++last, value);
        return this;
    }

    JdbcArguments text(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    /** The name of a constant. */
    JdbcArguments name(@Nullable Enum<?> value) throws SQLException {
        return text(value == null ? null : value.name());
    }

    JdbcArguments number(@Nullable Long value) throws SQLException {
        statement.setObject(++last, value, Types.BIGINT);
        return this;
    }

    JdbcArguments number(int value) throws SQLException {
        statement.setInt(++last, value);
        return this;
    }

    JdbcArguments flag(boolean value) throws SQLException {
        statement.setBoolean(++last, value);
        return this;
    }

    JdbcArguments bytes(byte[] value) throws SQLException {
        statement.setBytes(++last, value);
        return this;
    }

    /** Of the type that Micronaut Data uses, so that its calendar before 1582 is the one in which the time is read. */
    JdbcArguments time(@Nullable Instant value) throws SQLException {
        statement.setTimestamp(++last, value == null ? null : Timestamp.from(value));
        return this;
    }

    JdbcArguments user(UserColumns user) throws SQLException {
        return id(Objects.requireNonNull(user.id())).text(user.name()).text(user.email());
    }
}
