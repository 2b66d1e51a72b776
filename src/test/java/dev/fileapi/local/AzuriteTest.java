package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.sas.BlobSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    void itServesClientsThatAreNewerThanItself() throws Exception {
        try (Azurite azurite = Azurite.start(AzuriteOptions.defaults())) {
            container(azurite).create();
            BlobClient blob = container(azurite).getBlobClient("a");
            blob.upload(BinaryData.fromString("bytes"));
            String signature = blob.generateSas(new BlobServiceSasSignatureValues(
                    OffsetDateTime.now(ZoneOffset.UTC).plusHours(1), new BlobSasPermission().setReadPermission(true)));
            HttpRequest request = HttpRequest.newBuilder(URI.create(blob.getBlobUrl() + "?" + signature))
                    .header("x-ms-version", "2099-01-01")
                    .build();

            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("bytes");
        }
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
