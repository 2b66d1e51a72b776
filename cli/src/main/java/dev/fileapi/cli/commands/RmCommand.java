package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.Deletion;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.ListQuery;
import dev.fileapi.client.Outcome;
import dev.fileapi.client.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rm",
        description = "Deletes files. They can be restored until the service's retention of deleted files ends.")
final class RmCommand extends ServiceCommand {

    @Parameters(paramLabel = "fa:FILE", arity = "1..*", description = "The files; with --recursive, folders.")
    private List<RemotePath> paths = List.of();

    @Option(
            names = {"-r", "--recursive"},
            description = "Deletes all files of the folders. Without --force tells how many, and deletes none.")
    private boolean recursive;

    @Option(
            names = {"-f", "--force"},
            description = "Deletes the files of folders; a file that is not there is not a failure.")
    private boolean force;

    @Override
    int run(FileApiClient client, Output output) {
        return recursive ? deleteFolders(client, output) : deleteFiles(client, output);
    }

    private int deleteFiles(FileApiClient client, Output output) {
        List<Deletion> files =
                paths.stream().map(path -> Deletion.of(path.file())).toList();
        int status = ExitStatus.OK;
        for (Outcome<Deletion, Boolean> outcome : client.deleteAll(files)) {
            String path = String.valueOf(outcome.request().path());
            RuntimeException failure = outcome.failure();
            if (failure == null && !force && !outcome.get()) {
                failure = new CommandException(ExitStatus.NOT_FOUND, "there is no such file");
            }
            if (failure == null) {
                output.line("deleted", Output.of("path", path), "- " + path);
            } else {
                output.failure(path, failure);
                status = files.size() == 1 ? ExitStatus.of(failure) : ExitStatus.SOME_FAILED;
            }
        }
        return status;
    }

    private int deleteFolders(FileApiClient client, Output output) {
        if (!force) {
            return count(client, output);
        }
        for (RemotePath path : paths) {
            String prefix = folder(path);
            long files = client.deletePrefix(prefix);
            output.line("deleted", Map.of("path", prefix, "files", files), "- " + prefix + ": " + files + " files");
        }
        return ExitStatus.OK;
    }

    private int count(FileApiClient client, Output output) {
        for (RemotePath path : paths) {
            String prefix = folder(path);
            try (Stream<StoredFile> files = client.list(ListQuery.prefix(prefix))) {
                long count = files.count();
                String message = count + " files would be deleted: repeat it with --force";
                output.failure(prefix, new CommandException(ExitStatus.PRECONDITION, message));
            }
        }
        return ExitStatus.PRECONDITION;
    }

    private static String folder(RemotePath path) {
        if (path.isRoot()) {
            throw new CommandException(ExitStatus.USAGE, "fa: has all files of the workspace: name folders in it");
        }
        return path.prefix();
    }
}
