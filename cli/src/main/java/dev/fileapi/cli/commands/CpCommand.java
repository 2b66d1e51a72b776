package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.DownloadRequest;
import dev.fileapi.client.DownloadedFile;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileRef;
import dev.fileapi.client.StoredFile;
import dev.fileapi.client.Transfer;
import dev.fileapi.client.UploadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "cp",
        description = {
            "Copies a file to, from or within the workspace, whether it is there already or not.",
            "It comes into TARGET if that is a folder or ends in a slash, or becomes TARGET."
        })
final class CpCommand extends ServiceCommand {

    @Parameters(paramLabel = "SOURCE", index = "0", description = "A file: fa:FILE, or a path of this machine.")
    private String source = "";

    @Parameters(paramLabel = "TARGET", index = "1", description = "Where to: fa:PATH, or a path of this machine.")
    private String target = "";

    @Override
    int run(FileApiClient client, Output output) throws IOException {
        boolean up = RemotePath.isRemote(target);
        if (!RemotePath.isRemote(source)) {
            if (!up) {
                throw new CommandException(ExitStatus.USAGE, "one of the two must begin with fa:");
            }
            Path file = Path.of(source);
            if (Files.isDirectory(file)) {
                throw new CommandException(ExitStatus.USAGE, source + ": a folder; push sends it");
            }
            UploadRequest request = UploadRequest.of(remoteTarget(String.valueOf(file.getFileName())), file);
            report(output, client.upload(request, Transfer.unattended()).path());
        } else if (up) {
            report(
                    output,
                    copy(
                            client,
                            client.stat(FileRef.path(RemotePath.parse(source).file()))));
        } else {
            RemotePath file = RemotePath.parse(source);
            DownloadRequest request = DownloadRequest.of(FileRef.path(file.file()), localTarget(file.name()))
                    .keepingSourceTime();
            DownloadedFile received = client.download(request, Transfer.unattended());
            report(output, received.target().toString());
        }
        return ExitStatus.OK;
    }

    /** The service has no copy of a call, so the bytes come through this machine. */
    private String copy(FileApiClient client, StoredFile file) throws IOException {
        Path folder = Files.createTempDirectory("fileapi-cp");
        Path bytes = folder.resolve("file");
        try {
            client.download(DownloadRequest.of(file.ref(), bytes), Transfer.unattended());
            UploadRequest request = UploadRequest.of(remoteTarget(file.name()), bytes)
                    .withContentType(file.contentType())
                    .withTags(file.tags())
                    .withMetadata(file.metadata());
            UploadRequest timed =
                    file.sourceModifiedAt() == null ? request : request.withSourceModifiedAt(file.sourceModifiedAt());
            return client.upload(timed, Transfer.unattended()).path();
        } finally {
            Files.deleteIfExists(bytes);
            Files.delete(folder);
        }
    }

    private String remoteTarget(String name) {
        RemotePath path = RemotePath.parse(target);
        return path.isFolder()
                ? RemotePath.parse(RemotePath.SCHEME + path.path() + name).path()
                : path.path();
    }

    private Path localTarget(String name) {
        Path path = Path.of(target);
        return Files.isDirectory(path) || target.endsWith("/") ? path.resolve(name) : path;
    }

    private void report(Output output, String copy) {
        output.line("copied", Map.of("path", source, "to", copy), source + " -> " + copy);
    }
}
