package dev.fileapi.blobs.azure.sas;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a link to one blob allows: a service or user delegation SAS, by the key it is signed with ("Create a service SAS", "Create
 * a user delegation SAS"). The start time is left out, since clocks differ, and no address is bound.
 *
 * @param snapshot the snapshot that may be read; null: the blob itself
 * @param permissions the letters of {@code sp}, in the service's order
 * @param expiresAt rounded down to a second
 * @param httpsOnly whether the link is refused over plain HTTP
 * @param headers what the service is to answer
 */
record BlobSas(
        SasVersion version,
        String account,
        String container,
        String blob,
        @Nullable String snapshot,
        String permissions,
        Instant expiresAt,
        boolean httpsOnly,
        ResponseHeaders headers) {

    /** The signed query string, percent-encoded. */
    String query(SigningKey key) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("sv", version.value());
        parameters.put("sr", resource());
        parameters.put("sp", permissions);
        parameters.put("se", expiry());
        parameters.put("spr", protocol());
        parameters.put("snapshot", orEmpty(snapshot));
        parameters.put("rscc", headers.cacheControl());
        parameters.put("rscd", headers.contentDisposition());
        parameters.put("rsct", headers.contentType());
        parameters.putAll(key.parameters());
        parameters.put("sig", key.sign(this));
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + percentEncoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    String canonicalName() {
        return "/blob/" + account + "/" + container + "/" + blob;
    }

    /** {@code b} for a blob, {@code bs} for a snapshot. */
    String resource() {
        return snapshot == null ? "b" : "bs";
    }

    String protocol() {
        return httpsOnly ? "https" : "";
    }

    String expiry() {
        return expiresAt.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
