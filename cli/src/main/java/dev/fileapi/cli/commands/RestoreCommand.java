package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.FileLine;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.ListQuery;
import dev.fileapi.client.StoredFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Restores a deleted file: of those with this path, the one that was deleted last.")
final class RestoreCommand extends ServiceCommand {

    @Parameters(paramLabel = "fa:FILE", description = "The path that the file had.")
    private RemotePath path = new RemotePath("");

    @Option(names = "--id", paramLabel = "UUID", description = "Another one of them, as ls --deleted --json tells.")
    private @Nullable UUID id;

    @Override
    int run(FileApiClient client, Output output) {
        UUID file = id == null ? lastDeleted(client).fileId() : id;
        StoredFile restored = client.restore(file);
        output.line("restored", FileLine.of(restored), restored.path());
        return ExitStatus.OK;
    }

    private StoredFile lastDeleted(FileApiClient client) {
        ListQuery query = ListQuery.prefix(path.file()).onlyDeleted();
        try (Stream<StoredFile> deleted = client.list(query)) {
            Optional<StoredFile> last = deleted.filter(file -> file.path().equals(path.path()))
                    .max(Comparator.comparing(RestoreCommand::deletedAt));
            return last.orElseThrow(
                    () -> new CommandException(ExitStatus.NOT_FOUND, path + ": no deleted file had this path"));
        }
    }

    private static Instant deletedAt(StoredFile file) {
        return file.deletedAt() == null ? Instant.MIN : file.deletedAt();
    }
}
