package dev.fileapi.cli.access;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the process. An empty one counts as none.
 *
 * @param variables by name
 */
public record Environment(Map<String, String> variables) {

    /** Returns that of this process. */
    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    @Nullable
    String text(String name) {
        String value = variables.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    @Nullable
    URI uri(String name) {
        String value = text(name);
        try {
            return value == null ? null : URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitStatus.USAGE, name + ": is not a valid URL");
        }
    }

    @Nullable
    UUID uuid(String name) {
        String value = text(name);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitStatus.USAGE, name + ": is not a valid UUID");
        }
    }

    /** Leaves the values out, which may be secret. */
    @Override
    public String toString() {
        return "Environment";
    }
}
