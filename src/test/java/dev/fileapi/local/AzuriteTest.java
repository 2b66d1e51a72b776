package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzuriteTest {

    @TempDir
    Path data;

    private final BlockingQueue<BlobCommit> commits = new LinkedBlockingQueue<>();

    @Test
    void itKeepsItsDataAndTellsOfCommits() throws Exception {
        AzuriteOptions options = AzuriteOptions.defaults().withData(data).withCommitListener(commits::add);
        try (Azurite first = Azurite.start(options)) {
            container(first).create();
            container(first).getBlobClient("a/b c").upload(BinaryData.fromString("bytes"));
        }
        assertThat(commits.poll(5, TimeUnit.SECONDS)).isEqualTo(new BlobCommit("PutBlob", "files", "a/b c"));

        try (Azurite second = Azurite.start(options)) {
            assertThat(container(second).getBlobClient("a/b c").downloadContent())
                    .hasToString("bytes");
        }
        assertThat(commits).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            AzuriteOptions options = AzuriteOptions.defaults().withPort(taken.getLocalPort());

            assertThatThrownBy(() -> Azurite.start(options))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("EADDRINUSE");
        }
    }

    private static BlobContainerClient container(Azurite azurite) {
        return new BlobServiceClientBuilder()
                .connectionString(azurite.connectionString())
                .buildClient()
                .getBlobContainerClient("files");
    }
}
