package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.DownloadLink;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "link",
        description =
                "Prints a link, with which anybody can read the file until the time that is set for the service's links.")
final class LinkCommand extends ServiceCommand {

    @Parameters(paramLabel = "fa:FILE", description = "The file.")
    private RemotePath path = new RemotePath("");

    @Option(names = "--version-id", paramLabel = "ID", description = "One of its versions (default: the latest).")
    private @Nullable String version;

    @Override
    int run(FileApiClient client, Output output) {
        FileRef latest = FileRef.path(path.file());
        FileRef file = version == null ? latest : latest.at(version);
        DownloadLink link = client.downloadLinks(List.of(file)).get(0).get();
        output.line(
                "link",
                Map.of("path", link.file().path(), "link", link.download().toString()),
                link.download().toString());
        return ExitStatus.OK;
    }
}
