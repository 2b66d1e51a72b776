package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.cli.sync.DeleteOptions;
import dev.fileapi.cli.sync.Sync;
import dev.fileapi.client.FileApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "sync",
        description =
                "Makes the target like the source; one of them is a folder of the workspace, the other one of this machine.")
final class SyncCommand extends SyncingCommand {

    @Parameters(paramLabel = "SOURCE", index = "0", description = "A folder: fa:PATH, or a path of this machine.")
    private String source = "";

    @Parameters(paramLabel = "TARGET", index = "1", description = "The other folder.")
    private String target = "";

    @Mixin
    private final DeleteOptions deletes = new DeleteOptions();

    @Override
    int run(FileApiClient client, Output output) throws IOException {
        if (RemotePath.isRemote(source) == RemotePath.isRemote(target)) {
            throw new CommandException(
                    ExitStatus.USAGE, "one of the two folders must begin with fa:, and the other not");
        }
        Sync sync = sync(client, output, deletes);
        if (RemotePath.isRemote(target)) {
            Path folder = Path.of(source);
            if (!Files.isDirectory(folder)) {
                checkExists(folder);
                throw new CommandException(ExitStatus.USAGE, source + ": not a folder");
            }
            return sync.push(folder, RemotePath.parse(target));
        }
        // a file of that name is not meant
        return sync.pull(new RemotePath(RemotePath.parse(source).prefix()), Path.of(target));
    }

    private static void checkExists(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
    }
}
