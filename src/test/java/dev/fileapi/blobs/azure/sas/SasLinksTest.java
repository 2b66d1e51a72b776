package dev.fileapi.blobs.azure.sas;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobClientBuilder;
import com.azure.storage.blob.models.UserDelegationKey;
import com.azure.storage.blob.sas.BlobSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.sas.SasProtocol;
import dev.fileapi.blobs.azure.BlobSettings;
import dev.fileapi.blobs.azure.Blobs;
import dev.fileapi.blobs.azure.sas.SigningKey.AccountKey;
import dev.fileapi.blobs.azure.sas.SigningKey.DelegationKey;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link is a pure function of what it is for, its key and its end. */
class SasLinksTest {

    private static final Instant END = Instant.parse("2026-03-01T10:30:00.987Z");
    private static final AccountKey ACCOUNT_KEY = new AccountKey("c2VjcmV0LWtleQ==");
    private static final DelegationKey DELEGATION_KEY = new DelegationKey(
            "the-object",
            "the-tenant",
            Instant.parse("2026-02-28T00:00:00Z"),
            Instant.parse("2026-03-07T00:00:00Z"),
            "b",
            "2025-07-05",
            "bGVudC1rZXk=");
    private static final BlobInfo FACTS =
            new BlobInfo(5, "\"0x1\"", "2026-03-01T10:00:00.1234567Z", null, "text/plain; charset=utf-8");

    private final BlobName name = Blobs.random();

    @Test
    void anUploadLinkNamesWhatItAllowsAndNothingElse() {
        URI link = links("https://acme.blob.core.windows.net", null, "create-write", ACCOUNT_KEY)
                .upload(name, END);

        assertThat(link)
                .hasScheme("https")
                .hasHost("acme.blob.core.windows.net")
                .hasPath("/files/" + name);
        assertThat(parameters(link))
                .containsEntry("sv", "2022-11-02")
                .containsEntry("sr", "b")
                .containsEntry("sp", "cw")
                .containsEntry("se", "2026-03-01T10:30:00Z")
                .containsEntry("spr", "https")
                .containsOnlyKeys("sv", "sr", "sp", "se", "spr", "sig");
    }

    @Test
    void aCreateOnlyLinkIsSignedForTheVersionThatLetsItStageBlocks() {
        URI link = links("https://acme.blob.core.windows.net", null, "create", ACCOUNT_KEY)
                .upload(name, END);

        assertThat(parameters(link)).containsEntry("sp", "c").containsEntry("sv", "2026-04-06");
    }

    @Test
    void aDownloadLinkIsForTheSnapshotAndSavesUnderTheFilesName() {
        URI link = links("https://acme.blob.core.windows.net", null, "create-write", ACCOUNT_KEY)
                .download(name, FACTS, new Download("naïve, plan.txt", null, Disposition.ATTACHMENT), END);

        assertThat(parameters(link))
                .containsEntry("sr", "bs")
                .containsEntry("sp", "r")
                .containsEntry("snapshot", "2026-03-01T10:00:00.1234567Z")
                .containsEntry(
                        "rscd", "attachment; filename=\"naive, plan.txt\"; filename*=UTF-8''na%C3%AFve%2C%20plan.txt")
                .containsEntry("rscc", "private, no-cache")
                .containsEntry("rsct", "text/plain; charset=utf-8")
                .containsOnlyKeys("sv", "sr", "sp", "se", "spr", "snapshot", "rscc", "rscd", "rsct", "sig");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aVersionOfUnknownTypeIsSentAsBytes(@Nullable String contentType) {
        BlobInfo untyped = new BlobInfo(5, "\"0x1\"", FACTS.snapshot(), null, contentType);

        URI link = links("https://acme.blob.core.windows.net", null, "create-write", ACCOUNT_KEY)
                .download(name, untyped, new Download("plan", null, Disposition.ATTACHMENT), END);

        assertThat(parameters(link)).containsEntry("rsct", "application/octet-stream");
    }

    /** The library signs for its latest version only; in ours' form, as far as that has not changed. */
    @Test
    void theLibrarySignsTheSameHeadersInTheSamePlaceByTheAccountsKey() {
        Map<String, String> librarys =
                parameters(URI.create("https://acme?" + librarysBlob().generateSas(librarysDownload())));

        assertThat(librarys).containsEntry("rscc", "private, no-cache").containsEntry("sr", "bs");
        assertThat(signed(ACCOUNT_KEY, downloadFields(ACCOUNT_KEY, Objects.requireNonNull(librarys.get("sv")))))
                .isEqualTo(librarys.get("sig"));
    }

    @Test
    void theLibrarySignsTheSameHeadersInTheSamePlaceByADelegationKey() {
        UserDelegationKey key = new UserDelegationKey()
                .setSignedObjectId(DELEGATION_KEY.objectId())
                .setSignedTenantId(DELEGATION_KEY.tenantId())
                .setSignedStart(DELEGATION_KEY.startsAt().atOffset(ZoneOffset.UTC))
                .setSignedExpiry(DELEGATION_KEY.endsAt().atOffset(ZoneOffset.UTC))
                .setSignedService(DELEGATION_KEY.service())
                .setSignedVersion(DELEGATION_KEY.version())
                .setValue(DELEGATION_KEY.value());
        Map<String, String> librarys = parameters(
                URI.create("https://acme?" + librarysBlob().generateUserDelegationSas(librarysDownload(), key)));

        assertThat(librarys).containsEntry("rscc", "private, no-cache").containsEntry("sr", "bs");
        List<String> fields = downloadFields(DELEGATION_KEY, Objects.requireNonNull(librarys.get("sv")));
        fields.addAll(
                fields.indexOf("https") - 1,
                List.of("", "")); // of the four fields that our later version has more, it has two
        assertThat(signed(DELEGATION_KEY, fields)).isEqualTo(librarys.get("sig"));
    }

    @Test
    void aLinkToAnHttpEndpointMayBeUsedOverHttp() {
        URI link = links("http://127.0.0.1:10000/acme", null, "create-write", ACCOUNT_KEY)
                .upload(name, END);

        assertThat(link.toString()).startsWith("http://127.0.0.1:10000/acme/files/" + name + "?");
        assertThat(parameters(link)).doesNotContainKey("spr");
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.blob.core.windows.net, https://files.example.com",
        "https://acme.blob.core.windows.net, https://example.com/blobs",
        "http://127.0.0.1:10000/acme, https://files.example.com",
        "http://127.0.0.1:10000/acme, http://localhost:10000/acme"
    })
    void aLinkBaseStandsWhereTheEndpointDidAndChangesNothingElse(String endpoint, String base) {
        URI plain = links(endpoint, null, "create-write", ACCOUNT_KEY).upload(name, END);
        URI based = links(endpoint, base, "create-write", ACCOUNT_KEY).upload(name, END);

        assertThat(based.toString()).isEqualTo(plain.toString().replace(endpoint, base));
    }

    @Test
    void anAccountKeySignsTheFieldsOfAServiceSas() {
        assertThat(ACCOUNT_KEY.fields(download(SasVersion.V2022_11_02)))
                .containsExactly(
                        "r",
                        "",
                        "2026-03-01T10:30:00Z",
                        "/blob/acme/files/a/b",
                        "",
                        "",
                        "https",
                        "2022-11-02",
                        "bs",
                        "2026-03-01T10:00:00.1234567Z",
                        "",
                        "private, no-cache",
                        "attachment",
                        "",
                        "",
                        "text/plain");
    }

    @Test
    void aDelegationKeySignsTheFieldsOfAUserDelegationSas() {
        assertThat(DELEGATION_KEY.fields(download(SasVersion.V2022_11_02)))
                .containsExactly(
                        "r",
                        "",
                        "2026-03-01T10:30:00Z",
                        "/blob/acme/files/a/b",
                        "the-object",
                        "the-tenant",
                        "2026-02-28T00:00:00Z",
                        "2026-03-07T00:00:00Z",
                        "b",
                        "2025-07-05",
                        "",
                        "",
                        "",
                        "",
                        "https",
                        "2022-11-02",
                        "bs",
                        "2026-03-01T10:00:00.1234567Z",
                        "",
                        "private, no-cache",
                        "attachment",
                        "",
                        "",
                        "text/plain");
    }

    @Test
    void theLaterVersionSignsFourMoreFields() {
        assertThat(DELEGATION_KEY.fields(download(SasVersion.V2026_04_06)))
                .containsExactly(
                        "r",
                        "",
                        "2026-03-01T10:30:00Z",
                        "/blob/acme/files/a/b",
                        "the-object",
                        "the-tenant",
                        "2026-02-28T00:00:00Z",
                        "2026-03-07T00:00:00Z",
                        "b",
                        "2025-07-05",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "https",
                        "2026-04-06",
                        "bs",
                        "2026-03-01T10:00:00.1234567Z",
                        "",
                        "",
                        "",
                        "private, no-cache",
                        "attachment",
                        "",
                        "",
                        "text/plain");
    }

    @Test
    void aDelegatedLinkNamesItsKey() {
        URI link = links("https://acme.blob.core.windows.net", null, "create-write", DELEGATION_KEY)
                .upload(name, END);

        assertThat(parameters(link))
                .containsEntry("skoid", "the-object")
                .containsEntry("sktid", "the-tenant")
                .containsEntry("skt", "2026-02-28T00:00:00Z")
                .containsEntry("ske", "2026-03-07T00:00:00Z")
                .containsEntry("sks", "b")
                .containsEntry("skv", "2025-07-05")
                .doesNotContainKeys("st", "sip");
    }

    @Test
    void keysDoNotShowTheirValue() {
        assertThat(ACCOUNT_KEY.toString()).doesNotContain(ACCOUNT_KEY.value());
        assertThat(DELEGATION_KEY.toString()).doesNotContain(DELEGATION_KEY.value());
    }

    private static BlobSas download(SasVersion version) {
        return new BlobSas(
                version,
                "acme",
                "files",
                "a/b",
                FACTS.snapshot(),
                "r",
                BlobSas.time(END),
                true,
                new ResponseHeaders("private, no-cache", "attachment", "text/plain"));
    }

    private static BlobClient librarysBlob() {
        return new BlobClientBuilder()
                .endpoint("https://acme.blob.core.windows.net")
                .credential(new StorageSharedKeyCredential("acme", ACCOUNT_KEY.value()))
                .containerName("files")
                .blobName("a/b")
                .snapshot(FACTS.snapshot())
                .buildClient();
    }

    private static BlobServiceSasSignatureValues librarysDownload() {
        return new BlobServiceSasSignatureValues(
                        END.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC), BlobSasPermission.parse("r"))
                .setProtocol(SasProtocol.HTTPS_ONLY)
                .setCacheControl("private, no-cache")
                .setContentDisposition("attachment")
                .setContentType("text/plain");
    }

    /** What is signed of the same download, with the version's name exchanged for another one. */
    private static List<String> downloadFields(SigningKey key, String version) {
        List<String> fields = new ArrayList<>(key.fields(download(SasVersion.V2022_11_02)));
        fields.replaceAll(field -> field.equals(SasVersion.V2022_11_02.value()) ? version : field);
        return fields;
    }

    private static String signed(SigningKey key, List<String> fields) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.value()), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(String.join("\n", fields).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static SasLinks links(String endpoint, @Nullable String base, String permissions, SigningKey key) {
        String connection = "AccountName=acme;AccountKey=c2VjcmV0LWtleQ==;BlobEndpoint=" + endpoint;
        return new SasLinks(
                new BlobSettings(connection, null, null, "files", base, permissions, false, Duration.ofSeconds(10))
                        .linkScope(),
                lastingUntil -> key);
    }

    private static Map<String, String> parameters(URI link) {
        return Arrays.stream(link.getRawQuery().split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }
}
