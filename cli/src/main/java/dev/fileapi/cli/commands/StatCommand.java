package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.FileLines;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileRef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "stat", description = "Prints all that is known of a file.")
final class StatCommand extends ServiceCommand {

    @Parameters(paramLabel = "fa:FILE", description = "The file.")
    private RemotePath path = new RemotePath("");

    @Option(names = "--version-id", paramLabel = "ID", description = "One of its versions (default: the latest).")
    private @Nullable String version;

    @Override
    int run(FileApiClient client, Output output) {
        FileRef file = FileRef.path(path.file());
        new FileLines(output).details(client.stat(version == null ? file : file.at(version)));
        return ExitStatus.OK;
    }
}
