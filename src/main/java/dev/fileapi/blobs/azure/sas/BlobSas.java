package dev.fileapi.blobs.azure.sas;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a link to one blob allows: a service or user delegation SAS, by the key it is signed with ("Create a service SAS", "Create
 * a user delegation SAS"). The start time is left out, since clocks differ, and no address is bound.
 *
 * @param snapshot the snapshot that may be read; null: the blob itself
 * @param permissions the letters of {@code sp}, in the service's order
 * @param expiry as {@link #time} writes it
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
        String expiry,
        boolean httpsOnly,
        ResponseHeaders headers) {

    private static final int INITIAL_LENGTH = 512;

    /** The signed query string, percent-encoded. */
    String query(LinkSigner signer) {
        StringBuilder query = new StringBuilder(INITIAL_LENGTH);
        append(query, "sv", version.value());
        append(query, "sr", resource());
        append(query, "sp", permissions);
        append(query, "se", expiry);
        append(query, "spr", protocol());
        append(query, "snapshot", orEmpty(snapshot));
        append(query, "rscc", headers.cacheControl());
        append(query, "rscd", headers.contentDisposition());
        append(query, "rsct", headers.contentType());
        query.append(signer.parameters());
        append(query, "sig", signer.sign(this));
        // each parameter has the separator before it
        return query.substring(1);
    }

    /** Appends a parameter, unless it is empty, a separator before it. */
    static void append(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append('&').append(name).append('=').append(percentEncoded(value));
        }
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

    /** A time as links have it: rounded down to a second. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
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
