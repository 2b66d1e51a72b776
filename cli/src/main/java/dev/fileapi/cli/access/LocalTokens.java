package dev.fileapi.cli.access;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has {@code ./fileapi token} make tokens for the service of this machine.
 *
 * @param launcher the script
 * @param organisation where they are good
 * @param workspace where they are good
 * @param data the service's data folder; null for the default
 */
record LocalTokens(
        String launcher,
        UUID organisation,
        UUID workspace,
        @Nullable Path data) implements Supplier<String> {

    @Override
    public String get() {
        List<String> command = new ArrayList<>(
                List.of(launcher, "token", "--org", organisation.toString(), "--workspace", workspace.toString()));
        if (data != null) {
            command.addAll(List.of("--data", data.toString()));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(Redirect.INHERIT)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String token = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0 || token.isEmpty()) {
                throw new CommandException(
                        ExitStatus.ACCESS, "./fileapi token made no token: start ./fileapi run, or set FILEAPI_TOKEN");
            }
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitStatus.TRY_AGAIN, "interrupted");
        }
    }
}
