package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.Output;
import dev.fileapi.cli.sync.DeleteOptions;
import dev.fileapi.client.FileApiClient;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "push",
        description =
                "Sends the files of a folder, or one file, into a folder of the workspace. Equal files are not sent.")
final class PushCommand extends SyncingCommand {

    @Parameters(paramLabel = "SOURCE", index = "0", description = "A folder, or a file.")
    private Path source = Path.of("");

    @Parameters(paramLabel = "fa:FOLDER", index = "1", description = "A folder of the workspace; fa: is the root.")
    private RemotePath target = new RemotePath("");

    @Override
    int run(FileApiClient client, Output output) throws IOException {
        return sync(client, output, new DeleteOptions()).push(source, target);
    }
}
