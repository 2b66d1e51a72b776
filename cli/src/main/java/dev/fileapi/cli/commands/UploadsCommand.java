package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.Transfer;
import dev.fileapi.client.Upload;
import dev.fileapi.client.UploadRequest;
import dev.fileapi.client.UploadedFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "uploads",
        description = "Lists, resumes and cancels uploads that are not complete.",
        subcommands = {UploadsCommand.Ls.class, UploadsCommand.Resume.class, UploadsCommand.Cancel.class})
final class UploadsCommand {

    /** Returns the uploads of a file, newest first. */
    private static List<Upload> of(FileApiClient client, RemotePath file) {
        try (Stream<Upload> uploads = client.uploads(file.file())) {
            List<Upload> found =
                    uploads.filter(upload -> file.path().equals(upload.path())).toList();
            if (found.isEmpty()) {
                throw new CommandException(ExitStatus.NOT_FOUND, file + ": no upload to it is in progress");
            }
            return found;
        }
    }

    @Command(name = "ls", description = "Lists uploads in progress, newest first.")
    static final class Ls extends ServiceCommand {

        @Parameters(
                paramLabel = "fa:PATH",
                arity = "0..1",
                defaultValue = "fa:",
                description = "What their paths begin with (default: fa:).")
        private RemotePath path = new RemotePath("");

        @Override
        int run(FileApiClient client, Output output) {
            try (Stream<Upload> uploads = client.uploads(path.path())) {
                uploads.forEach(upload -> {
                    Line line = new Line(
                            String.valueOf(upload.path()),
                            upload.fileId(),
                            upload.versionId(),
                            upload.size(),
                            upload.createdAt(),
                            upload.discardedAt());
                    output.line("upload", line, upload.createdAt() + "  " + upload.versionId() + "  " + line.path());
                });
            }
            return ExitStatus.OK;
        }

        private record Line(
                String path,
                UUID fileId,
                String versionId,
                @Nullable Long size,
                Instant createdAt,
                Instant discardedAt) {}
    }

    @Command(
            name = "resume",
            description = "Goes on with the newest upload to a path: sends what it does not have yet of a file.")
    static final class Resume extends ServiceCommand {

        @Parameters(paramLabel = "FILE", index = "0", description = "The file of this machine.")
        private Path source = Path.of("");

        @Parameters(paramLabel = "fa:FILE", index = "1", description = "The file that it becomes.")
        private RemotePath target = new RemotePath("");

        @Override
        int run(FileApiClient client, Output output) throws NoSuchFileException {
            if (!Files.isRegularFile(source)) {
                throw new NoSuchFileException(source.toString());
            }
            Upload upload = of(client, target).get(0);
            UploadRequest request = UploadRequest.of(target.path(), source).resuming(upload.ref());
            UploadedFile file = client.upload(request, Transfer.unattended());
            output.line("uploaded", file, "upload    " + file.path() + ": " + file.bytesSent() + " bytes sent");
            return ExitStatus.OK;
        }
    }

    @Command(name = "cancel", description = "Cancels all uploads to a path; what they have sent is discarded.")
    static final class Cancel extends ServiceCommand {

        @Parameters(paramLabel = "fa:FILE", description = "The path.")
        private RemotePath path = new RemotePath("");

        @Override
        int run(FileApiClient client, Output output) {
            for (Upload upload : of(client, path)) {
                client.cancelUpload(upload.ref());
                output.line(
                        "cancelled",
                        Map.of("path", path.path(), "version_id", upload.versionId()),
                        "- " + path.path() + " " + upload.versionId());
            }
            return ExitStatus.OK;
        }
    }
}
