package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.store.BlobStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveBlobTest {

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private final LinkHolder uploader = new LinkHolder();
    private final Clock clock = Clock.systemUTC();
    private final BlobName name = Blobs.random();
    private BlobStore store;
    private URI link;

    @BeforeEach
    void issue() {
        store = AZURITE.store(clock);
        link = store.signUpload(name, inHalfAnHour());
    }

    @Test
    void aSealedBlobGoesWithItsSnapshots() {
        uploader.put(link, "first");
        BlobInfo facts = Blobs.sealed(store, name);
        store.seal(name, Blobs.description(), null);

        store.delete(name);

        assertThat(store.isCommitted(name)).isFalse();
        assertThat(uploader.get(store.signDownload(
                                name, facts, new Download("a.txt", null, Disposition.ATTACHMENT), inHalfAnHour()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStrangersLeaseDoesNotKeepIt() {
        uploader.put(link, "first");
        uploader.takeLease(link, UUID.randomUUID().toString());

        store.delete(name);

        assertThat(store.isCommitted(name)).isFalse();
    }

    @Test
    void stagedBlocksGoSoThatTheyCannotBeCommittedLater() {
        uploader.stage(link, "a", "first");

        store.delete(name);

        assertThat(store.stagedBlocks(name)).isEmpty();
        assertThat(store.isCommitted(name)).isFalse();
        assertThat(uploader.commit(link, "a").statusCode()).isEqualTo(400);
    }

    @Test
    void blocksStagedBesideACommittedBlobGoToo() {
        uploader.put(link, "first");
        uploader.stage(link, "a", "second");
        store.seal(name, Blobs.description(), null);

        store.delete(name);

        assertThat(store.isCommitted(name)).isFalse();
        assertThat(uploader.commit(link, "a").statusCode()).isEqualTo(400);
    }

    @Test
    void stagedBlocksOfALeasedBlobGoToo() {
        uploader.stage(link, "a", "first");
        uploader.takeLease(link, UUID.randomUUID().toString());

        store.delete(name);

        assertThat(store.stagedBlocks(name)).isEmpty();
        assertThat(store.isCommitted(name)).isFalse();
    }

    @Test
    void aRemovalCutShortIsRepeatedToTheEnd() {
        uploader.stage(link, "a", "first");
        uploader.commit(link);

        store.delete(name);

        assertThat(store.isCommitted(name)).isFalse();
    }

    @Test
    void itsDescriptionGoesToo() {
        uploader.put(link, "first");
        Blobs.sealed(store, name);

        store.delete(name);

        assertThat(AZURITE.blobNames()).noneMatch(blob -> blob.startsWith(name.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AppendBlob", "PageBlob"})
    void aBlobOfAnyTypeGoesEvenLeasedAndWithSnapshots(String type) {
        uploader.create(link, type);
        uploader.snapshot(link);
        uploader.takeLease(link, UUID.randomUUID().toString());

        store.delete(name);

        assertThat(AZURITE.blobNames()).noneMatch(blob -> blob.startsWith(name.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cool", "Cold", "Archive"})
    void aBlobOfAnyTierGoes(String tier) {
        uploader.put(link, "first", "x-ms-access-tier", tier);

        store.delete(name);

        assertThat(AZURITE.blobNames()).noneMatch(blob -> blob.startsWith(name.toString()));
    }

    @Test
    void removingWhatIsNotThereDoesNothing() {
        assertThatCode(() -> store.delete(name)).doesNotThrowAnyException();
    }

    private Instant inHalfAnHour() {
        return clock.instant().plus(Duration.ofMinutes(30));
    }
}
