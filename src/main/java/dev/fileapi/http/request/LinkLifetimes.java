package dev.fileapi.http.request;

import dev.fileapi.files.FilesSettings;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a link to download is to be valid, in whole seconds. */
@Singleton
public final class LinkLifetimes {

    static final String NAME = "expires_in";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private final long maxSeconds;

    LinkLifetimes(FilesSettings settings) {
        this.maxSeconds = settings.maxDownloadLinkLifetime().toSeconds();
    }

    /**
     * Returns the lifetime that a query asks for; null for none.
     *
     * @throws ValidationException when it is out of range
     */
    @Nullable
    Duration in(QueryParameters query) {
        return query.text(NAME)
                .map(text -> {
                    if (!SECONDS.matcher(text).matches()) {
                        throw outOfRange();
                    }
                    return of(Long.parseLong(text));
                })
                .orElse(null);
    }

    /**
     * Returns the lifetime that an object asks for; null for none.
     *
     * @throws ValidationException when it is out of range, or not a whole number
     */
    @Nullable
    Duration in(JsonNode object) {
        JsonNode value = DeclarationFields.told(object, NAME);
        if (value == null) {
            return null;
        }
        if (!DeclarationFields.isWhole(value)) {
            throw outOfRange();
        }
        return of(value.getBigIntegerValue()
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue());
    }

    private Duration of(long seconds) {
        if (seconds < FilesSettings.MIN_DOWNLOAD_LINK_LIFETIME.toSeconds() || seconds > maxSeconds) {
            throw outOfRange();
        }
        return Duration.ofSeconds(seconds);
    }

    private ValidationException outOfRange() {
        return new ValidationException(
                NAME,
                "must be a whole number of seconds from " + FilesSettings.MIN_DOWNLOAD_LINK_LIFETIME.toSeconds()
                        + " to " + maxSeconds);
    }
}
