package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.testing.Racing;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sealed bytes are copied to another version's blob without passing through the service. */
class CopyBlobTest {

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private final LinkHolder uploader = new LinkHolder();
    private final BlobName name = Blobs.random();
    private final BlobName copy = Blobs.random();
    private BlobStore store;
    private URI link;
    private BlobInfo sealed;

    @BeforeEach
    void sealOne() {
        store = AZURITE.store(Clock.systemUTC());
        link = store.signUpload(name, inHalfAnHour());
        uploader.put(link, "first");
        sealed = Blobs.sealed(store, name);
    }

    @Test
    void theCopyIsSealedAsAnUploadIs() {
        assertThat(store.copy(name, sealed, copy)).isTrue();

        assertThat(store.isCommitted(copy)).isTrue();
        BlobInfo facts = Blobs.sealed(store, copy);
        assertThat(facts)
                .returns(5L, BlobInfo::size)
                .returns(sealed.contentMd5(), BlobInfo::contentMd5)
                .returns("text/plain", BlobInfo::contentType);
        assertThat(facts.etag()).isNotEqualTo(sealed.etag());
        assertThat(download(facts).body()).asString(StandardCharsets.UTF_8).isEqualTo("first");
    }

    @Test
    void whatWasSealedIsCopiedWhateverWasWrittenSince() {
        uploader.breakLease(link);
        uploader.put(link, "second");

        store.copy(name, sealed, copy);

        assertThat(download(Blobs.sealed(store, copy)).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("first");
    }

    @Test
    void aSecondCopyChangesNothing() {
        store.copy(name, sealed, copy);
        BlobInfo facts = Blobs.sealed(store, copy);

        assertThat(store.copy(name, sealed, copy)).isTrue();

        assertThat(Blobs.sealed(store, copy)).isEqualTo(facts);
        assertThat(AZURITE.snapshots(copy)).containsExactly(facts.snapshot());
    }

    @Test
    void whatWasUploadedThereStays() {
        uploader.put(store.signUpload(copy, inHalfAnHour()), "mine");

        assertThat(store.copy(name, sealed, copy)).isTrue();

        assertThat(download(Blobs.sealed(store, copy)).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("mine");
    }

    @Test
    void ofManyWhoCopyAtOnceOneIsFirst() {
        Racing.all(8, racer -> store.copy(name, sealed, copy));

        assertThat(Blobs.sealed(store, copy)).returns(5L, BlobInfo::size);
    }

    @Test
    void bytesThatAreGoneAreNotCopied() {
        AZURITE.operator().removeWithSnapshots(name);

        assertThat(store.copy(name, sealed, copy)).isFalse();

        assertThat(store.isCommitted(copy)).isFalse();
    }

    /** Blob storage sends the address of the source with a copy: it must not be a link. */
    @Test
    void readersOfTheCopyGetNoLinkToItsSource() {
        store.copy(name, sealed, copy);

        HttpResponse<byte[]> answer = download(Blobs.sealed(store, copy));

        assertThat(answer.headers().map().toString()).doesNotContain("sig=");
        assertThat(answer.headers().firstValue("x-ms-copy-source").orElse("")).doesNotContain("se=");
    }

    /** Snapshots of earlier releases have it in their metadata. */
    @Test
    void whatDescribesTheSourceIsNotCopied() {
        BlobInfo earlier = AZURITE.operator().sealAsEarlierReleases(name, Blobs.description(), sealed, false);

        store.copy(name, earlier, copy);

        assertThat(download(Blobs.sealed(store, copy)).headers().map().keySet())
                .doesNotContain("x-ms-meta-fileapi_created_by");
    }

    private HttpResponse<byte[]> download(BlobInfo facts) {
        return uploader.get(
                store.signDownload(copy, facts, new Download("a.txt", null, Disposition.ATTACHMENT), inHalfAnHour()));
    }

    private static Instant inHalfAnHour() {
        return Instant.now().plus(Duration.ofMinutes(30));
    }
}
