package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.blobs.azure.sas.ContentDisposition;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.store.BlobStore;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UploadLinkTest {

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private final LinkHolder holder = new LinkHolder();
    private final Clock clock = Clock.systemUTC();
    private final BlobName name = Blobs.random();
    private BlobStore store;

    @BeforeEach
    void open() {
        store = AZURITE.store(clock);
    }

    @Test
    void itIsGoodForNoOtherBlob() {
        URI link = store.signUpload(name, in(30));
        URI other = URI.create(
                link.toString().replace(name.toString(), Blobs.random().toString()));

        assertThat(holder.put(other, "x").statusCode()).isEqualTo(403);
    }

    @Test
    void itEnds() {
        assertThat(holder.put(store.signUpload(name, in(-1)), "x").statusCode()).isEqualTo(403);
    }

    @Test
    void anUploadLinkNeitherReadsNorRemoves() {
        URI link = store.signUpload(name, in(30));
        holder.put(link, "first");

        assertThat(holder.get(link).statusCode()).isEqualTo(403);
        assertThat(holder.delete(link).statusCode()).isEqualTo(403);
    }

    @Test
    void aDownloadLinkDoesNotWriteNorReachTheBlobItself() {
        holder.put(store.signUpload(name, in(30)), "first");
        BlobInfo facts = Blobs.sealed(store, name);
        URI link = store.signDownload(name, facts, new Download("a.txt", null, Disposition.ATTACHMENT), in(30));

        assertThat(holder.put(link, "second").statusCode()).isEqualTo(403);
        URI base = URI.create(link.toString().replaceFirst("&snapshot=[^&]*", ""));
        assertThat(holder.get(base).statusCode()).isEqualTo(403);
    }

    @Test
    void aCreateOnlyLinkWritesOnce() {
        URI link = with(null, "create").signUpload(name, in(30));

        assertThat(holder.put(link, "first").statusCode()).isEqualTo(201);
        assertThat(holder.put(link, "second").statusCode()).isEqualTo(403);
    }

    @Test
    void itWorksUnderAnotherBase() {
        String base = AZURITE.azurite().endpoint().toString().replace("127.0.0.1", "localhost");
        BlobStore based = with(base, "create-write");
        URI link = based.signUpload(name, in(30));

        assertThat(link).hasHost("localhost");
        assertThat(holder.put(link, "first").statusCode()).isEqualTo(201);
        BlobInfo facts = Blobs.sealed(based, name);
        assertThat(holder.get(based.signDownload(
                                name, facts, new Download("a.txt", null, Disposition.ATTACHMENT), in(30)))
                        .body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("first");
    }

    @Test
    void aLongUnicodeNameSurvivesTheWayToTheBrowser() {
        holder.put(store.signUpload(name, in(30)), "first");
        BlobInfo facts = Blobs.sealed(store, name);
        String fileName = "语".repeat(1020) + ".txt";

        HttpResponse<byte[]> answer = holder.get(
                store.signDownload(name, facts, new Download(fileName, null, Disposition.ATTACHMENT), in(30)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition"))
                .contains(ContentDisposition.attachment(fileName));
    }

    private BlobStore with(@Nullable String linkBase, String permissions) {
        BlobSettings settings = AZURITE.settings();
        return AzuriteExtension.store(
                new BlobSettings(
                        settings.connectionString(),
                        null,
                        null,
                        settings.container(),
                        linkBase,
                        permissions,
                        true,
                        settings.timeout()),
                clock);
    }

    private Instant in(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }
}
