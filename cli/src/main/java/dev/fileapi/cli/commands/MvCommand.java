package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.Move;
import dev.fileapi.client.StoredFile;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "mv",
        description = {
            "Gives a file another path, or all files of a folder, without moving bytes.",
            "SOURCE/ is a folder, whose files come below TARGET/. A file comes into TARGET/, or becomes TARGET."
        })
final class MvCommand extends ServiceCommand {

    @Parameters(paramLabel = "fa:SOURCE", index = "0", description = "A file, or a folder with a slash at its end.")
    private RemotePath source = new RemotePath("");

    @Parameters(
            paramLabel = "fa:TARGET",
            index = "1",
            description = "The new path, or a folder with a slash at its end.")
    private RemotePath target = new RemotePath("");

    @Override
    int run(FileApiClient client, Output output) {
        if (source.isRoot()) {
            throw new CommandException(ExitStatus.USAGE, "fa: cannot be moved: name a file, or a folder in it");
        }
        if (source.isFolder()) {
            long files = client.movePrefix(source.path(), target.prefix());
            if (files == 0) {
                throw new CommandException(ExitStatus.NOT_FOUND, source + ": there are no files in it");
            }
            output.line(
                    "moved",
                    Map.of("path", source.path(), "to", target.prefix(), "files", files),
                    source.path() + " -> " + target.prefix() + ": " + files + " files");
        } else {
            String to = target.isFolder() ? target.path() + source.name() : target.path();
            StoredFile file =
                    client.moveAll(List.of(Move.of(source.path(), to))).get(0).get();
            output.line(
                    "moved", Map.of("path", source.path(), "to", file.path()), source.path() + " -> " + file.path());
        }
        return ExitStatus.OK;
    }
}
