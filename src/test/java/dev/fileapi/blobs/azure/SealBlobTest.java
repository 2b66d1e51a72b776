package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.testing.Racing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealBlobTest {

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
    void theBytesComeBackAsTheyWentIn() {
        assertThat(uploader.put(link, "first")).returns(201, HttpResponse::statusCode);

        HttpResponse<byte[]> answer = download(Blobs.sealed(store, name));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("first");
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain");
        assertThat(answer.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"uber _.txt\"; filename*=UTF-8''%C3%BCber%20%E2%82%AC.txt");
    }

    @Test
    void theFactsAreTheBlobs() {
        HttpResponse<byte[]> put = uploader.put(link, "first");

        BlobInfo facts = Blobs.sealed(store, name);

        assertThat(facts.size()).isEqualTo(5);
        assertThat(facts.etag())
                .startsWith("\"")
                .endsWith("\"")
                .isEqualTo(put.headers().firstValue("etag").orElseThrow());
        assertThat(facts.contentMd5())
                .isEqualTo("iwTV43ddKY54RV78XKQE1Q==")
                .isEqualTo(put.headers().firstValue("content-md5").orElseThrow());
        assertThat(facts.contentType()).isEqualTo("text/plain");
    }

    @Test
    void anEmptyFileIsAVersionToo() {
        uploader.commit(link);

        assertThat(Blobs.sealed(store, name)).returns(0L, BlobInfo::size);
    }

    @Test
    void aLateHonestWriterIsRefused() {
        uploader.put(link, "first");
        store.seal(name, Blobs.description(), null);

        assertThat(uploader.put(link, "second").statusCode()).isEqualTo(412);
    }

    @Test
    void aHostileWriterCannotChangeWhatReadersGet() {
        uploader.put(link, "first");
        BlobInfo facts = Blobs.sealed(store, name);

        assertThat(uploader.breakLease(link).statusCode()).isEqualTo(202);
        assertThat(uploader.put(link, "second").statusCode()).isEqualTo(201);

        assertThat(download(facts).body()).asString(StandardCharsets.UTF_8).isEqualTo("first");
    }

    @Test
    void sealingTwiceGivesTheFactsOfTheFirstTimeAndLeavesOneSnapshot() {
        uploader.put(link, "first");
        BlobInfo once = Blobs.sealed(store, name);

        assertThat(Blobs.sealed(store, name)).isEqualTo(once);
        assertThat(AZURITE.snapshots(name)).containsExactly(once.snapshot());
    }

    @Test
    void whatWasSealedFirstStaysWhateverIsWrittenByForceBeforeTheSecondTime() {
        uploader.put(link, "first");
        BlobInfo once = Blobs.sealed(store, name);
        uploader.breakLease(link);
        uploader.put(link, "second");

        assertThat(Blobs.sealed(store, name)).isEqualTo(once);
        assertThat(download(once).body()).asString(StandardCharsets.UTF_8).isEqualTo("first");
    }

    @Test
    void manyWhoSealAtOnceAgree() {
        uploader.put(link, "first");

        List<BlobInfo> facts = Racing.all(8, racer -> Blobs.sealed(store, name));

        assertThat(facts).containsOnly(facts.get(0));
        assertThat(AZURITE.snapshots(name)).containsOnly(facts.get(0).snapshot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AppendBlob", "PageBlob"})
    void onlyABlockBlobIsSealed(String type) {
        uploader.create(link, type);

        assertThat(store.isCommitted(name)).isTrue();
        assertThat(store.seal(name, Blobs.description(), null))
                .isEqualTo(new SealOutcome.Refused(RejectionReason.NOT_A_BLOCK_BLOB, true));
        assertThat(store.stagedBlocks(name)).isEmpty();
    }

    @Test
    void anArchivedBlobIsNotSealed() {
        uploader.put(link, "first", "x-ms-access-tier", "Archive");

        assertThat(store.seal(name, Blobs.description(), null))
                .isEqualTo(new SealOutcome.Refused(RejectionReason.ARCHIVED, true));
    }

    @Test
    void whatTheClientSetBesideTheBytesIsNotHandedOn() {
        uploader.put(
                link,
                "first",
                "x-ms-meta-colour",
                "blue",
                "x-ms-blob-content-encoding",
                "gzip",
                "x-ms-blob-content-language",
                "tlh",
                "x-ms-blob-cache-control",
                "public",
                "x-ms-blob-content-disposition",
                "inline");

        HttpHeaders headers = download(Blobs.sealed(store, name)).headers();

        assertThat(headers.map()).doesNotContainKeys("x-ms-meta-colour", "content-encoding", "content-language");
        assertThat(headers.firstValue("cache-control").orElse("")).doesNotContain("public");
        assertThat(headers.firstValue("content-disposition")).get().asString().startsWith("attachment");
        assertThat(headers.firstValue("content-type")).contains("text/plain");
    }

    @Test
    void metadataThatCannotBeSentOnDoNoHarm() throws IOException {
        assertThat(RawPut.of(link, "first", "x-ms-meta-note: caf\u00e9")).contains(" 201 ");

        assertThat(Blobs.sealed(store, name)).returns(5L, BlobInfo::size);
    }

    @Test
    void aMarkThatTheClientSetsChangesNothing() {
        uploader.put(link, "first", "x-ms-meta-discarded", "true");

        assertThat(store.isCommitted(name)).isTrue();
        assertThat(Blobs.sealed(store, name)).returns(5L, BlobInfo::size);
    }

    @Test
    void aDownloadTellsNothingOfPeopleAndPaths() {
        uploader.put(link, "first");

        assertThat(download(Blobs.sealed(store, name)).headers().map().keySet())
                .filteredOn(header -> header.startsWith("x-ms-meta-"))
                .containsExactly("x-ms-meta-fileapi_sealed");
    }

    @Test
    void aStrangersLeaseIsBroken() {
        uploader.put(link, "first");
        assertThat(uploader.takeLease(link, UUID.randomUUID().toString()).statusCode())
                .isEqualTo(201);

        assertThat(Blobs.sealed(store, name)).returns(5L, BlobInfo::size);
        assertThat(uploader.put(link, "second").statusCode()).isEqualTo(412);
    }

    @Test
    void stagedBlocksAreNotSealedAndTheirUploaderGoesOn() {
        uploader.stage(link, "b", "fir");
        uploader.stage(link, "a", "st");

        assertThat(store.isCommitted(name)).isFalse();
        assertThat(store.seal(name, Blobs.description(), null)).isInstanceOf(SealOutcome.NotCommitted.class);
        assertThat(store.stagedBlocks(name))
                .containsExactly(
                        new StagedBlock(LinkHolder.base64("b"), 3), new StagedBlock(LinkHolder.base64("a"), 2));

        URI renewed = store.signUpload(name, inHalfAnHour());
        assertThat(uploader.commit(renewed, "b", "a").statusCode()).isEqualTo(201);
        assertThat(store.isCommitted(name)).isTrue();
        assertThat(download(Blobs.sealed(store, name)).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("first");
        assertThat(store.stagedBlocks(name)).isEmpty();
    }

    @Test
    void nothingIsKnownOfABlobThatNobodyWrote() {
        assertThat(store.isCommitted(name)).isFalse();
        assertThat(store.seal(name, Blobs.description(), null)).isInstanceOf(SealOutcome.NotCommitted.class);
        assertThat(store.stagedBlocks(name)).isEmpty();
    }

    private HttpResponse<byte[]> download(BlobInfo facts) {
        return uploader.get(store.signDownload(
                name, facts, new Download("über €.txt", null, Disposition.ATTACHMENT), inHalfAnHour()));
    }

    private Instant inHalfAnHour() {
        return clock.instant().plus(Duration.ofMinutes(30));
    }
}
