package dev.fileapi.local;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Prints a token, and nothing else, that the local host with the same data folder accepts. */
record TokenCommand(Path data, TokenOrder order) {

    static TokenCommand parse(List<String> arguments) {
        Options options = Options.parse(arguments, Set.of("role", "user", "org", "workspace", "expires", "data"));
        Workspace workspace =
                new Workspace(uuid(options, "org", Demo.ORGANISATION), uuid(options, "workspace", Demo.WORKSPACE));
        TokenOrder order = TokenOrder.of(
                uuid(options, "user", Demo.USER),
                workspace,
                options.get("role", roles(), TokenCommand::role).orElse(Role.EDITOR));
        Duration lifetime = options.get("expires", "a duration such as PT1H", Duration::parse)
                .orElse(order.lifetime());
        return new TokenCommand(RunCommand.data(options), order.withLifetime(lifetime));
    }

    void run(PrintStream out) {
        try {
            out.println(LocalIssuer.in(data, Clock.systemUTC()).token(order));
        } catch (IOException e) {
            throw new StartException("No signing key in " + data + ": " + e, e);
        }
    }

    private static UUID uuid(Options options, String name, UUID otherwise) {
        return options.get(name, "a UUID", TokenCommand::uuid).orElse(otherwise);
    }

    /** UUID.fromString takes short ones as well. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(", "));
    }
}
