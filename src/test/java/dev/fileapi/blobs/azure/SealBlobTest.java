package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.store.BlobStore;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

        HttpResponse<byte[]> answer =
                download(store.seal(name, Blobs.description()).orElseThrow().facts());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("first");
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain");
        assertThat(answer.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"uber _.txt\"; filename*=UTF-8''%C3%BCber%20%E2%82%AC.txt");
    }

    @Test
    void theFactsAreTheBlobs() {
        HttpResponse<byte[]> put = uploader.put(link, "first");

        BlobInfo facts = store.seal(name, Blobs.description()).orElseThrow().facts();

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

        assertThat(store.seal(name, Blobs.description()))
                .get()
                .extracting(SealedBlob::facts)
                .returns(0L, BlobInfo::size);
    }

    @Test
    void aLateHonestWriterIsRefused() {
        uploader.put(link, "first");
        store.seal(name, Blobs.description());

        assertThat(uploader.put(link, "second").statusCode()).isEqualTo(412);
    }

    @Test
    void aHostileWriterCannotChangeWhatReadersGet() {
        uploader.put(link, "first");
        BlobInfo facts = store.seal(name, Blobs.description()).orElseThrow().facts();

        assertThat(uploader.breakLease(link).statusCode()).isEqualTo(202);
        assertThat(uploader.put(link, "second").statusCode()).isEqualTo(201);

        assertThat(download(facts).body()).asString(StandardCharsets.UTF_8).isEqualTo("first");
    }

    @Test
    void sealingTwiceGivesTheSameFactsAndBytes() {
        uploader.put(link, "first");
        BlobInfo once = store.seal(name, Blobs.description()).orElseThrow().facts();

        BlobInfo twice = store.seal(name, Blobs.description()).orElseThrow().facts();

        assertThat(twice).usingRecursiveComparison().ignoringFields("snapshot").isEqualTo(once);
        assertThat(download(twice).body()).isEqualTo(download(once).body());
    }

    @Test
    void aStrangersLeaseIsBroken() {
        uploader.put(link, "first");
        assertThat(uploader.takeLease(link, UUID.randomUUID().toString()).statusCode())
                .isEqualTo(201);

        assertThat(store.seal(name, Blobs.description()))
                .get()
                .extracting(SealedBlob::facts)
                .returns(5L, BlobInfo::size);
        assertThat(uploader.put(link, "second").statusCode()).isEqualTo(412);
    }

    @Test
    void stagedBlocksAreNotSealedAndTheirUploaderGoesOn() {
        uploader.stage(link, "b", "fir");
        uploader.stage(link, "a", "st");

        assertThat(store.isCommitted(name)).isFalse();
        assertThat(store.seal(name, Blobs.description())).isEmpty();
        assertThat(store.stagedBlocks(name))
                .containsExactly(
                        new StagedBlock(LinkHolder.base64("b"), 3), new StagedBlock(LinkHolder.base64("a"), 2));

        URI renewed = store.signUpload(name, inHalfAnHour());
        assertThat(uploader.commit(renewed, "b", "a").statusCode()).isEqualTo(201);
        assertThat(store.isCommitted(name)).isTrue();
        assertThat(download(store.seal(name, Blobs.description()).orElseThrow().facts())
                        .body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("first");
        assertThat(store.stagedBlocks(name)).isEmpty();
    }

    @Test
    void nothingIsKnownOfABlobThatNobodyWrote() {
        assertThat(store.isCommitted(name)).isFalse();
        assertThat(store.seal(name, Blobs.description())).isEmpty();
        assertThat(store.stagedBlocks(name)).isEmpty();
    }

    private HttpResponse<byte[]> download(BlobInfo facts) {
        return uploader.get(store.signDownload(name, facts, "über €.txt", inHalfAnHour()));
    }

    private Instant inHalfAnHour() {
        return clock.instant().plus(Duration.ofMinutes(30));
    }
}
