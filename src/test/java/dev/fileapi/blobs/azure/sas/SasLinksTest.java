package dev.fileapi.blobs.azure.sas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.blobs.azure.BlobSettings;
import dev.fileapi.blobs.azure.Blobs;
import dev.fileapi.blobs.azure.sas.SigningKey.AccountKey;
import dev.fileapi.blobs.azure.sas.SigningKey.DelegationKey;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .download(name, FACTS, "naïve, plan.txt", END);

        assertThat(parameters(link))
                .containsEntry("sr", "bs")
                .containsEntry("sp", "r")
                .containsEntry("snapshot", "2026-03-01T10:00:00.1234567Z")
                .containsEntry(
                        "rscd", "attachment; filename=\"naive, plan.txt\"; filename*=UTF-8''na%C3%AFve%2C%20plan.txt")
                .containsEntry("rsct", "text/plain; charset=utf-8")
                .containsOnlyKeys("sv", "sr", "sp", "se", "spr", "snapshot", "rscd", "rsct", "sig");
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
                        "",
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
                        "",
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
                        "",
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
                version, "acme", "files", "a/b", FACTS.snapshot(), "r", END, true, "attachment", "text/plain");
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
