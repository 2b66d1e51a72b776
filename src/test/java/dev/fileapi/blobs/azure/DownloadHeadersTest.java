package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.store.BlobStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reader is sent the service's headers, whatever the holder of the upload link has set beside the bytes. */
class DownloadHeadersTest {

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private static final Map<String, String> HOSTILE = Map.of(
            "x-ms-blob-cache-control", "public, max-age=31536000, immutable",
            "x-ms-blob-content-disposition", "inline; filename=\"invoice.exe\"",
            "x-ms-blob-content-encoding", "gzip",
            "x-ms-blob-content-language", "xx",
            "x-ms-blob-content-type", "text/html");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock = Clock.systemUTC();
    private BlobName name = Blobs.random();
    private @Nullable String told;
    private Disposition disposition = Disposition.ATTACHMENT;
    private BlobStore store;

    @BeforeEach
    void open() {
        store = AZURITE.store(clock);
    }

    @Test
    void aDownloadIsSavedUnderTheFilesNameAndNotKeptByCaches() throws Exception {
        HttpHeaders headers = downloadAfterUploadWith(HOSTILE);

        assertThat(headers.firstValue("cache-control")).contains("private, no-cache");
        assertThat(headers.firstValue("content-disposition"))
                .contains("attachment; filename=\"plan.txt\"; filename*=UTF-8''plan.txt");
    }

    @Test
    void itsTypeIsTheRecordedOne() throws Exception {
        assertThat(downloadAfterUploadWith(HOSTILE).firstValue("content-type")).contains("text/html");
    }

    @Test
    void withoutATypeItIsThatOfItsName() throws Exception {
        assertThat(downloadAfterUploadWith(Map.of()).firstValue("content-type")).contains("text/plain");
    }

    @Test
    void aTypeThatWasToldIsSentWhateverTheBlobHas() throws Exception {
        told = "application/octet-stream";

        assertThat(downloadAfterUploadWith(HOSTILE).firstValue("content-type")).contains(told);
    }

    @Test
    void onlyWhatCannotRunAsAPageIsShown() throws Exception {
        disposition = Disposition.INLINE;

        HttpHeaders page = downloadAfterUploadWith(HOSTILE);
        assertThat(page.firstValue("content-disposition").orElseThrow()).startsWith("attachment; ");

        name = Blobs.random();
        HttpHeaders text = downloadAfterUploadWith(Map.of("x-ms-blob-content-type", "text/csv; charset=utf-8"));
        assertThat(text.firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(text.firstValue("content-disposition"))
                .contains("inline; filename=\"plan.txt\"; filename*=UTF-8''plan.txt");
    }

    @Test
    void itsBytesAreNotSaidToBeEncodedNorInALanguage() throws Exception {
        HttpHeaders headers = downloadAfterUploadWith(HOSTILE);

        assertThat(headers.firstValue("content-encoding")).isEmpty();
        assertThat(headers.firstValue("content-language")).isEmpty();
    }

    private HttpHeaders downloadAfterUploadWith(Map<String, String> uploadHeaders) throws Exception {
        Map<String, String> headers = new HashMap<>(uploadHeaders);
        headers.put("x-ms-blob-type", "BlockBlob");
        HttpRequest.Builder upload = HttpRequest.newBuilder(
                        store.signUpload(name, clock.instant().plus(Duration.ofMinutes(30))))
                .PUT(BodyPublishers.ofString("plan", StandardCharsets.UTF_8));
        headers.forEach(upload::header);
        assertThat(http.send(upload.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(201);
        return http.send(HttpRequest.newBuilder(download()).build(), BodyHandlers.ofByteArray())
                .headers();
    }

    private URI download() {
        return store.signDownload(
                name,
                Blobs.sealed(store, name),
                new Download("plan.txt", told, disposition),
                clock.instant().plus(Duration.ofMinutes(30)));
    }
}
