package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.store.VersionUpkeep;
import dev.fileapi.files.testing.ChecksumsOf;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VersionUpkeepTest {

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private final LinkHolder uploader = new LinkHolder();
    private final Clock clock = Clock.systemUTC();
    private final BlobName name = Blobs.random();
    private BlobStore store;
    private StoredBlobs listing;
    private VersionUpkeep upkeep;
    private URI link;
    private BlobInfo facts;

    @BeforeEach
    void seal() {
        store = AZURITE.store(clock);
        listing = AZURITE.storedBlobs();
        upkeep = AZURITE.versionUpkeep();
        link = store.signUpload(name, clock.instant().plus(Duration.ofMinutes(30)));
        uploader.put(link, "bytes");
        facts = Blobs.sealed(store, name);
    }

    @Test
    void aSealedVersionIsListedWithItsDescription() {
        StoredBlob.Version stored = stored();

        VersionDetails computed = VersionDetails.NONE.verified(ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
        assertThat(stored.backed())
                .contains(new DescribedVersion(Blobs.description().withDetails(computed), facts, false));
        assertThat(stored.snapshots()).hasSize(1);
        assertThat(stored.claims()).isEmpty();
        assertThat(base(stored)).returns(5L, StoredBlob.Base::size).returns(facts.etag(), StoredBlob.Base::etag);
    }

    @Test
    void aDescriptionIsWrittenOnce() {
        DescribedVersion other = new DescribedVersion(Blobs.description(), facts, true);

        assertThat(upkeep.describe(name, other)).isFalse();
        assertThat(stored().backed().orElseThrow().superseded()).isFalse();
    }

    @Test
    void anEmptiedBlobKeepsItsSnapshotsThoughItIsLeased() {
        upkeep.empty(name, base(stored()).etag());

        assertThat(base(stored()).size()).isZero();
        assertThat(stored().backed()).isPresent();
    }

    @Test
    void aBlobThatHasChangedIsNotEmptied() {
        String before = base(stored()).etag();
        uploader.breakLease(link);
        uploader.put(link, "others");

        upkeep.empty(name, before);

        assertThat(base(stored()).size()).isEqualTo(6);
    }

    @Test
    void aBlobThatIsGoneIsNotMadeAgain() {
        String before = base(stored()).etag();
        store.delete(name);

        upkeep.empty(name, before);
        upkeep.removeSnapshot(name, facts.snapshot());
        upkeep.unarchive(name, facts.snapshot());

        assertThat(listing.find(name)).isEmpty();
    }

    private StoredBlob.Version stored() {
        return listing.find(name).orElseThrow();
    }

    private static StoredBlob.Base base(StoredBlob.Version stored) {
        return Objects.requireNonNull(stored.base());
    }
}
