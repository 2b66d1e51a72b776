package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.Access;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.Caller;
import dev.fileapi.client.Content;
import dev.fileapi.client.DownloadRequest;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileRef;
import dev.fileapi.client.Transfer;
import dev.fileapi.client.UploadRequest;
import dev.fileapi.client.UploadedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description =
                "Checks that the service answers, that the token is good, and that bytes go to and from the blob service.")
final class DoctorCommand extends ServiceCommand {

    private final byte[] bytes = "fileapi doctor".getBytes(StandardCharsets.UTF_8);

    @Override
    int run(FileApiClient client, Output output) throws IOException {
        Access access = service().access();
        check(output, "token", "from " + access.tokenSource(), access::tokenSource);
        check(output, "service", access.url() + " answers, and takes the token", client::me);
        String role = role(client.me());
        check(output, "access", "role " + role + " in workspace " + access.workspace(), () -> role);
        if (role.equals("viewer")) {
            return ExitStatus.OK;
        }
        String path = ".fileapi-doctor-" + UUID.randomUUID();
        UploadedFile file = check(
                output,
                "upload",
                "bytes reach the blob service, and are recorded",
                () -> client.upload(UploadRequest.of(path, Content.bytes(bytes)), Transfer.unattended()));
        Path folder = Files.createTempDirectory("fileapi-doctor");
        Path copy = folder.resolve("copy");
        try {
            check(
                    output,
                    "download",
                    "the same bytes come back",
                    () -> client.download(DownloadRequest.of(FileRef.id(file.fileId()), copy), Transfer.unattended()));
        } finally {
            client.delete(FileRef.id(file.fileId()));
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
        return ExitStatus.OK;
    }

    private String role(Caller caller) {
        return caller.organisations().stream()
                .filter(organisation ->
                        organisation.id().equals(service().access().organisation()))
                .flatMap(organisation -> organisation.workspaces().stream())
                .filter(workspace -> workspace.id().equals(service().access().workspace()))
                .map(Caller.Workspace::role)
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitStatus.ACCESS,
                        "the token has no role in workspace "
                                + service().access().workspace()));
    }

    private static <T> T check(Output output, String name, String text, Step<T> step) {
        T value = step.run();
        output.line(
                "check",
                Map.of("check", name, "outcome", "ok", "message", text),
                String.format("%-8s  ok: %s", name, text));
        return value;
    }

    /** What is tried; its failure is that of the command. */
    private interface Step<T> {

        T run();
    }
}
