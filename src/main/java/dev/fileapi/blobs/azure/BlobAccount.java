package dev.fileapi.blobs.azure;

import dev.fileapi.settings.InvalidSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A storage account.
 *
 * @param name its name, which is signed in links
 * @param endpoint of its blob service, without a slash at its end
 * @param key base64; null when an identity is used
 */
public record BlobAccount(
        String name, URI endpoint, @Nullable String key) {

    /** The published account of the storage emulators ("Use the Azurite emulator for local Azure Storage development"). */
    private static final String EMULATOR = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey="
            + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1";

    private static final Pattern ACCOUNT_HOST = Pattern.compile("([a-z0-9]{3,24})(\\.[a-z0-9]+)?\\.blob\\..+");
    private static final Pattern ACCOUNT_PATH = Pattern.compile("/([a-z0-9]{3,24})");

    /** Whether links are to be refused over plain HTTP. */
    public boolean httpsOnly() {
        return endpoint.getScheme().equals("https");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "BlobAccount[" + endpoint + "]";
    }

    /**
     * Reads a connection string with an account key ("Configure Azure Storage connection strings").
     *
     * @throws InvalidSettingException naming {@code variable} when it is not one
     */
    static BlobAccount ofConnectionString(String variable, String connectionString) {
        Map<String, String> parts = parts(variable, connectionString);
        if ("true".equalsIgnoreCase(parts.get("usedevelopmentstorage"))) {
            return ofConnectionString(variable, EMULATOR);
        }
        String name = part(variable, parts, "AccountName");
        String key = part(variable, parts, "AccountKey");
        try {
            Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidSettingException(
                    variable, "its AccountKey is not base64: copy the connection string again.");
        }
        String endpoint = parts.get("blobendpoint");
        if (endpoint == null) {
            endpoint = parts.getOrDefault("defaultendpointsprotocol", "https") + "://" + name + ".blob."
                    + parts.getOrDefault("endpointsuffix", "core.windows.net");
        }
        return new BlobAccount(name, parseUrl(variable, endpoint), key);
    }

    /**
     * Reads an endpoint that is used with an identity.
     *
     * @throws InvalidSettingException naming {@code variable} when it is none or does not say which account it is
     */
    static BlobAccount ofEndpoint(String variable, String endpoint) {
        URI url = parseUrl(variable, endpoint);
        if (!url.getScheme().equals("https")) {
            throw new InvalidSettingException(variable, "must begin with https:// since access tokens are sent to it.");
        }
        Matcher path = ACCOUNT_PATH.matcher(url.getPath());
        Matcher host = ACCOUNT_HOST.matcher(url.getHost().toLowerCase(Locale.ROOT));
        if (path.matches()) {
            return new BlobAccount(path.group(1), url, null);
        }
        if (host.matches() && url.getPath().isEmpty()) {
            return new BlobAccount(host.group(1), url, null);
        }
        throw new InvalidSettingException(
                variable,
                "does not name the storage account: write https://{account}.blob.core.windows.net here,"
                        + " and a domain of your own in FILEAPI_BLOBS_LINK_BASE.");
    }

    /**
     * Reads an {@code http} or {@code https} URL that other paths can follow; a slash at its end is dropped.
     *
     * @throws InvalidSettingException naming {@code variable} when it is none
     */
    static URI parseUrl(String variable, String url) {
        try {
            URI parsed = new URI(url.replaceFirst("/+$", ""));
            String scheme = parsed.getScheme();
            if (("http".equals(scheme) || "https".equals(scheme))
                    && parsed.getHost() != null
                    && parsed.getRawUserInfo() == null
                    && parsed.getRawQuery() == null
                    && parsed.getRawFragment() == null) {
                return parsed;
            }
        } catch (URISyntaxException notAUrl) {
            // refused below, without repeating what may hold a secret
        }
        throw new InvalidSettingException(
                variable, "is not a plain http or https URL: write it as https://host/path, without query or user.");
    }

    private static Map<String, String> parts(String variable, String connectionString) {
        Map<String, String> parts = new HashMap<>();
        for (String part : connectionString.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        part.substring(equals + 1).strip());
            } else if (!part.isBlank()) {
                throw new InvalidSettingException(
                        variable, "is not a connection string of the form Name=value;Name=value.");
            }
        }
        return parts;
    }

    private static String part(String variable, Map<String, String> parts, String name) {
        String value = parts.get(name.toLowerCase(Locale.ROOT));
        if (value == null || value.isEmpty()) {
            throw new InvalidSettingException(variable, "has no " + name + ": copy it from the account's access keys.");
        }
        return value;
    }
}
