package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.FileLines;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileRef;
import dev.fileapi.client.Folder;
import dev.fileapi.client.ListQuery;
import dev.fileapi.client.StoredFile;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ls", description = "Lists the files and folders of a folder, or one file.")
final class LsCommand extends ServiceCommand {

    @Parameters(
            paramLabel = "fa:PATH",
            arity = "0..1",
            defaultValue = "fa:",
            description = "A folder or file (default: fa:).")
    private RemotePath path = new RemotePath("");

    @Option(
            names = {"-r", "--recursive"},
            description = "Lists the files of all folders in it.")
    private boolean recursive;

    @Option(names = "--deleted", description = "Lists deleted files instead, of all folders in it.")
    private boolean deleted;

    @Override
    int run(FileApiClient client, Output output) {
        FileLines lines = new FileLines(output);
        long printed = 0;
        try (Stream<?> entries = entries(client)) {
            for (Iterator<?> each = entries.iterator(); each.hasNext(); printed++) {
                print(lines, each.next());
            }
        }
        if (printed == 0 && !path.isFolder() && !deleted) {
            lines.file(client.stat(FileRef.path(path.file())));
        } else if (printed == 0 && !path.isRoot() && !deleted) {
            throw new CommandException(ExitStatus.NOT_FOUND, path + ": there are no files in it");
        }
        return ExitStatus.OK;
    }

    private Stream<?> entries(FileApiClient client) {
        ListQuery query = ListQuery.prefix(path.prefix());
        if (deleted) {
            return client.list(query.onlyDeleted());
        }
        return recursive ? client.list(query) : client.listFolder(path.prefix());
    }

    private static void print(FileLines lines, @Nullable Object entry) {
        if (entry instanceof Folder folder) {
            lines.folder(folder.path());
        } else if (entry instanceof StoredFile file) {
            lines.file(file);
        }
    }
}
