package dev.fileapi.blobs.azure.sas;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import dev.fileapi.blobs.azure.AzureBlobStore;
import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.blobs.azure.BlobService;
import dev.fileapi.blobs.azure.BlobSettings;
import dev.fileapi.blobs.azure.Blobs;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.local.Azurite;
import dev.fileapi.local.AzuriteOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** No account key anywhere: an access token, and links signed by the key it borrows. */
class SigningByIdentityTest {

    private static Azurite azurite;

    private final Clock clock = Clock.systemUTC();
    private final BlobName name = Blobs.random();

    @BeforeAll
    static void start() {
        azurite = AzuriteExtension.start(AzuriteOptions.defaults().withOauth());
    }

    @AfterAll
    static void stop() {
        azurite.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-write", "create"})
    void anUploadThroughADelegatedLinkIsSealed(String permissions) {
        AzureBlobStore store = store(permissions);
        URI link = store.signUpload(name, clock.instant().plus(Duration.ofMinutes(30)));

        assertThat(link.getQuery()).contains("skoid=", "spr=https");
        assertThat(uploader().put(link, "first").statusCode()).isEqualTo(201);
        assertThat(Blobs.sealed(store, name)).returns(5L, BlobInfo::size);
    }

    @Test
    void aDelegatedLinkIsGoodForNoOtherBlob() {
        URI link = store("create-write").signUpload(name, clock.instant().plus(Duration.ofMinutes(30)));
        URI other = URI.create(
                link.toString().replace(name.toString(), Blobs.random().toString()));

        assertThat(uploader().put(other, "x").statusCode()).isEqualTo(403);
    }

    @Test
    void theServiceAnswersToTheTokenAlone() {
        AzureBlobStore store = store("create-write");

        store.ping();
        assertThat(store.isCommitted(name)).isFalse();
    }

    private static LinkHolder uploader() {
        return new LinkHolder(
                HttpClient.newBuilder().sslContext(azurite.trust()).build());
    }

    private AzureBlobStore store(String permissions) {
        BlobSettings settings = new BlobSettings(
                null, azurite.endpoint().toString(), null, "files", null, permissions, true, Duration.ofSeconds(10));
        HttpClient.Builder http = HttpClient.newBuilder().sslContext(azurite.trust());
        return new AzureBlobStore(
                settings, new BlobService(settings, this::identity, http), AzuriteExtension.CHECKSUMS, clock);
    }

    /** Azurite looks at a token's claims, not at its signature. */
    private TokenCredential identity() {
        Instant now = clock.instant();
        Instant end = now.plus(Duration.ofHours(1));
        String claims = "{\"aud\":\"https://storage.azure.com\",\"iss\":\"https://sts.windows.net/test/\","
                + "\"iat\":%1$d,\"nbf\":%1$d,\"exp\":%2$d,\"oid\":\"%3$s\",\"tid\":\"%3$s\"}"
                        .formatted(
                                now.getEpochSecond() - 60,
                                end.getEpochSecond(),
                                "7b3c1a5e-0000-4000-8000-000000000001");
        String token = base64Url("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64Url(claims) + ".";
        return request -> Mono.just(new AccessToken(token, end.atOffset(ZoneOffset.UTC)));
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
