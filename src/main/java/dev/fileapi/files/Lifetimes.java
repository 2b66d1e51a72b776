package dev.fileapi.files;

import jakarta.inject.Singleton;
import java.time.Instant;

/** When links run out and when the sweep is to look at what. */
@Singleton
final class Lifetimes {

    private final FilesSettings settings;

    Lifetimes(FilesSettings settings) {
        this.settings = settings;
    }

    Instant uploadLinkExpiry(Instant now) {
        return now.plus(settings.uploadLinkLifetime());
    }

    Instant downloadLinkExpiry(Instant now) {
        return now.plus(settings.downloadLinkLifetime());
    }

    Instant earlyCheck(Instant now) {
        return now.plus(settings.earlyCheckAfter());
    }

    /** When the sweep looks whether a deletion or restoring got its mark: a crash may have come between. */
    Instant checkMark(Instant now) {
        return now.plus(settings.earlyCheckAfter());
    }

    /** From then on no clock accepts a link that expired at the given time. */
    Instant linkSurelyEnded(Instant linkExpiresAt) {
        return linkExpiresAt.plus(settings.clockSkew());
    }

    Instant discard(Instant linkExpiresAt) {
        return linkExpiresAt.plus(settings.unfinishedUploadRetention());
    }

    /** A file without versions is left alone for as long as an upload issued now may take to appear and go again. */
    Instant nascentFileCheck(Instant now) {
        return discard(uploadLinkExpiry(now));
    }

    /** Never before every link to the file's blobs has ended: a live link could make a removed blob again. */
    Instant purge(Instant deletedAt) {
        Instant retained = deletedAt.plus(settings.deletedFileRetention());
        Instant linksEnded = linkSurelyEnded(uploadLinkExpiry(deletedAt));
        return retained.isAfter(linksEnded) ? retained : linksEnded;
    }
}
