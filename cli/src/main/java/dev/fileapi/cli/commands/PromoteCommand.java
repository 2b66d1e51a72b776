package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.FileLine;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.Condition;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileRef;
import dev.fileapi.client.StoredFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "promote",
        description = "Makes an old version of a file the latest. Fails when the file changes meanwhile.")
final class PromoteCommand extends ServiceCommand {

    @Parameters(paramLabel = "fa:FILE", index = "0", description = "The file.")
    private RemotePath path = new RemotePath("");

    @Parameters(paramLabel = "VERSION_ID", index = "1", description = "The version, as versions tells.")
    private String version = "";

    @Override
    int run(FileApiClient client, Output output) {
        StoredFile file = client.stat(FileRef.path(path.file()));
        StoredFile promoted = client.promote(file.fileId(), version, Condition.ifMatch(file.etag()));
        output.line("promoted", FileLine.of(promoted), promoted.path() + " " + promoted.versionId());
        return ExitStatus.OK;
    }
}
