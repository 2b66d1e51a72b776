package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.FileLines;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "versions", description = "Lists the versions of a file, newest first.")
final class VersionsCommand extends ServiceCommand {

    @Parameters(paramLabel = "fa:FILE", description = "The file.")
    private RemotePath path = new RemotePath("");

    @Override
    int run(FileApiClient client, Output output) {
        client.versions(FileRef.path(path.file())).forEach(new FileLines(output)::version);
        return ExitStatus.OK;
    }
}
