package dev.fileapi.metadata.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement with the arguments of its placeholders, put together piece by piece. */
final class JdbcQuery {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> arguments = new ArrayList<>();

    JdbcQuery(String text, @Nullable Object... arguments) {
        append(text, arguments);
    }

    /** Appends a piece, a space before it. */
    JdbcQuery append(String piece, @Nullable Object... itsArguments) {
        text.append(text.isEmpty() ? "" : " ").append(piece);
        Collections.addAll(arguments, itsArguments);
        return this;
    }

    JdbcQuery append(JdbcQuery other) {
        return append(other.text(), other.arguments.toArray());
    }

    String text() {
        return text.toString();
    }

    List<@Nullable Object> arguments() {
        return arguments;
    }
}
