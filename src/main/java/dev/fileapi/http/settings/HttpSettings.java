package dev.fileapi.http.settings;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP API.
 *
 * @param publicUrl what the API's own links begin with, as {@code https://files.example.com}; null for the address that the caller used
 * @param errorTypePrefix what the {@code type} of every problem begins with
 * @param corsOrigins origins whose pages may call the API from a browser, or {@code *} for all; empty for none
 * @param batchParallelism maximum number of items of batches that one worker does at a time, from 1 to 64; one workspace has a quarter
 * @param largeCallsPerWorkspace maximum number of lists, histories and batches that one worker answers at a time for one workspace, from 1 to
 *     1,000; others wait for their turn
 * @param healthTimeout how long the health check waits for a dependency, from 0.1 seconds to a minute
 */
@ConfigurationProperties("fileapi.http")
public record HttpSettings(
        @Nullable String publicUrl,

        @Bindable(defaultValue = "https://seequent.com/error-codes/file-api")
        String errorTypePrefix,

        @Nullable List<String> corsOrigins,
        @Bindable(defaultValue = "8") int batchParallelism,
        @Bindable(defaultValue = "4") int largeCallsPerWorkspace,
        @Bindable(defaultValue = "PT5S") Duration healthTimeout) {

    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^/?#@\\s]+");

    public HttpSettings {
        publicUrl = publicUrl == null || publicUrl.isBlank() ? null : checkedUrl(publicUrl.strip());
        if (errorTypePrefix.isBlank()) {
            throw new InvalidSettingException(
                    "FILEAPI_HTTP_ERROR_TYPE_PREFIX", "is empty: write what error types begin with, or unset it");
        }
        corsOrigins = corsOrigins == null
                ? List.of()
                : corsOrigins.stream()
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .toList();
        for (String origin : corsOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new InvalidSettingException(
                        "FILEAPI_HTTP_CORS_ORIGINS",
                        "must be * or origins separated by commas, as in https://app.example.com, but has " + origin);
            }
        }
        if (batchParallelism < 1 || batchParallelism > 64) {
            throw new InvalidSettingException("FILEAPI_HTTP_BATCH_PARALLELISM", "must be from 1 to 64");
        }
        if (largeCallsPerWorkspace < 1 || largeCallsPerWorkspace > 1_000) {
            throw new InvalidSettingException("FILEAPI_HTTP_LARGE_CALLS_PER_WORKSPACE", "must be from 1 to 1000");
        }
        if (healthTimeout.compareTo(Duration.ofMillis(100)) < 0 || healthTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new InvalidSettingException("FILEAPI_HTTP_HEALTH_TIMEOUT", "must be from PT0.1S to PT1M");
        }
    }

    public List<String> origins() {
        return corsOrigins == null ? List.of() : corsOrigins;
    }

    /** Returns whether clients call the API at a public URL that begins with https. */
    public boolean hasSecureUrl() {
        return publicUrl != null && publicUrl.startsWith("https:");
    }

    private static String checkedUrl(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("FILEAPI_HTTP_PUBLIC_URL", "is not a valid URL");
        }
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new InvalidSettingException(
                    "FILEAPI_HTTP_PUBLIC_URL", "must be a URL as https://files.example.com, without query or fragment");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
