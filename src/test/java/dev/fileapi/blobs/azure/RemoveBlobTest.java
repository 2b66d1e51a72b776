package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.azure.core.util.Context;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.store.BlobStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
        BlobInfo facts = store.seal(name, Blobs.description()).orElseThrow().facts();
        store.seal(name, Blobs.description());

        store.delete(name);

        assertThat(store.isCommitted(name)).isFalse();
        assertThat(uploader.get(store.signDownload(name, facts, "a.txt", inHalfAnHour()))
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
        store.seal(name, Blobs.description());

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
    void aRemovalCutShortLeavesNothingThatCountsAsCommitted() {
        uploader.stage(link, "a", "first");
        new BlobService(AZURITE.settings())
                .container()
                .getBlobClient(name.toString())
                .getBlockBlobClient()
                .commitBlockListWithResponse(List.of(), null, VersionBlob.DISCARDED, null, null, null, Context.NONE);

        assertThat(store.isCommitted(name)).isFalse();
        assertThat(store.seal(name, Blobs.description())).isEmpty();
    }

    @Test
    void removingWhatIsNotThereDoesNothing() {
        assertThatCode(() -> store.delete(name)).doesNotThrowAnyException();
    }

    private Instant inHalfAnHour() {
        return clock.instant().plus(Duration.ofMinutes(30));
    }
}
