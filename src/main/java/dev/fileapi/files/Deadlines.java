package dev.fileapi.files;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When links run out and when the sweep is to look at what. */
@Singleton
public final class Deadlines {

    private static final List<Duration> LATE_CHECKS = List.of(Duration.ofHours(1), Duration.ofHours(4));

    private final FilesSettings settings;

    public Deadlines(FilesSettings settings) {
        this.settings = settings;
    }

    Instant uploadLinkExpiry(Instant now) {
        return now.plus(settings.uploadLinkLifetime());
    }

    /**
     * Returns when a download link ends.
     *
     * @param lifetime null for the one that is set
     */
    Instant downloadLinkExpiry(Instant now, @Nullable Duration lifetime) {
        return now.plus(lifetime == null ? settings.downloadLinkLifetime() : lifetime);
    }

    public Instant earlyCheck(Instant now) {
        return now.plus(settings.earlyCheckAfter());
    }

    /** When the sweep looks whether a deletion, restoring or move got its marker: a crash may have come between. */
    public Instant markerCheckAt(Instant now) {
        return now.plus(settings.earlyCheckAfter());
    }

    /** When the sweep looks whether a version has the tags that its file was given: a crash may have come between. */
    Instant settlingCheckAt(Instant now) {
        return now.plus(settings.earlyCheckAfter());
    }

    /** From then on no clock accepts a link that expired at the given time. */
    public Instant linkExpired(Instant linkExpiresAt) {
        return linkExpiresAt.plus(settings.clockSkew());
    }

    /**
     * Returns when the sweep looks again at an upload whose last link has ended: an hour, four hours and a day after that end, then every
     * day, at the latest when the upload is discarded.
     */
    public Instant lateCheckAt(Instant linkExpiresAt, Instant now) {
        Duration sinceEnd = Duration.between(linkExpiresAt, now);
        Duration next = LATE_CHECKS.stream()
                .filter(check -> check.compareTo(sinceEnd) > 0)
                .findFirst()
                .orElseGet(() -> Duration.ofDays(sinceEnd.toDays() + 1));
        Instant lateCheck = linkExpiresAt.plus(next);
        Instant discard = discardAt(linkExpiresAt);
        return lateCheck.isBefore(discard) ? lateCheck : discard;
    }

    public Instant discardAt(Instant linkExpiresAt) {
        return linkExpiresAt.plus(settings.unfinishedUploadRetention());
    }

    /** A file without versions is left alone for as long as an upload issued now may take to appear and go again. */
    public Instant nascentFileCheck(Instant now) {
        return discardAt(uploadLinkExpiry(now));
    }

    /** Never before every link to the file's blobs has ended: a live link could make a removed blob again. */
    public Instant purgeAt(Instant deletedAt) {
        Instant retained = deletedAt.plus(settings.deletedFileRetention());
        Instant linksEnded = linkExpired(uploadLinkExpiry(deletedAt));
        return retained.isAfter(linksEnded) ? retained : linksEnded;
    }
}
