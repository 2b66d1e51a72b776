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
        name = "pull",
        description =
                "Receives the files of a folder of the workspace, or one file, into a folder. Equal files are not received.")
final class PullCommand extends SyncingCommand {

    @Parameters(paramLabel = "fa:SOURCE", index = "0", description = "A folder or file of the workspace.")
    private RemotePath source = new RemotePath("");

    @Parameters(paramLabel = "FOLDER", index = "1", description = "A folder, which is made when there is none.")
    private Path target = Path.of("");

    @Override
    int run(FileApiClient client, Output output) throws IOException {
        return sync(client, output, new DeleteOptions()).pull(source, target);
    }
}
