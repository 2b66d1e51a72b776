package dev.fileapi.local;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How to start an {@link Azurite}.
 *
 * @param project where the project's files are; Azurite is installed below its {@code target}
 * @param data keeps the blobs; null: they are gone when Azurite stops
 * @param port 0: a free one
 * @param oauth whether to serve HTTPS and accept access tokens
 * @param onCommit receives every committed blob, on a thread of Azurite's log reader, soon after the uploader got its response
 */
public record AzuriteOptions(
        Path project, @Nullable Path data, int port, boolean oauth, Consumer<BlobCommit> onCommit) {

    /** In memory, on a free port, of the project in the working directory. */
    public static AzuriteOptions defaults() {
        return new AzuriteOptions(Path.of("").toAbsolutePath(), null, 0, false, commit -> {});
    }

    public AzuriteOptions withProject(Path directory) {
        return new AzuriteOptions(directory, data, port, oauth, onCommit);
    }

    public AzuriteOptions withData(@Nullable Path directory) {
        return new AzuriteOptions(project, directory, port, oauth, onCommit);
    }

    public AzuriteOptions withPort(int number) {
        return new AzuriteOptions(project, data, number, oauth, onCommit);
    }

    public AzuriteOptions withOauth() {
        return new AzuriteOptions(project, data, port, true, onCommit);
    }

    public AzuriteOptions withCommitListener(Consumer<BlobCommit> listener) {
        return new AzuriteOptions(project, data, port, oauth, listener);
    }
}
