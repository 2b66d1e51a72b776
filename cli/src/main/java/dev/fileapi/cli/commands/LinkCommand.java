package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.DownloadLink;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileRef;
import dev.fileapi.client.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "link",
        description = "Prints a link, with which anybody can read the file until it ends. It cannot be taken back.")
final class LinkCommand extends ServiceCommand {

    @Parameters(paramLabel = "fa:FILE", description = "The file.")
    private RemotePath path = new RemotePath("");

    @Option(names = "--version-id", paramLabel = "ID", description = "One of its versions (default: the latest).")
    private @Nullable String version;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = LinkDuration.class,
            description = "How long it is valid, as 90s, 30m, 2h or 1d (default: as the service is set, 30m).")
    private @Nullable Duration expires;

    @Override
    int run(FileApiClient client, Output output) {
        FileRef latest = FileRef.path(path.file());
        FileRef file = version == null ? latest : latest.at(version);
        DownloadLink link = links(client, List.of(file)).get(0).get();
        output.line(
                "link",
                Map.of("path", link.file().path(), "link", link.download().toString()),
                link.download().toString());
        return ExitStatus.OK;
    }

    private List<Outcome<FileRef, DownloadLink>> links(FileApiClient client, List<FileRef> files) {
        return expires == null ? client.downloadLinks(files) : client.downloadLinks(files, expires);
    }
}
