package dev.fileapi.cli.sync;

import java.io.IOException;
import java.time.temporal.ChronoUnit;

/** How it is told that two files have the same bytes. */
interface Comparison {

    /**
     * Tells whether two files have the same bytes.
     *
     * @throws IOException when the file of this machine cannot be read
     */
    boolean areEqual(LocalItem local, RemoteItem remote) throws IOException;

    /** Compares size and time, the latter to the second, since not all file systems have more. */
    static Comparison sizeAndTime() {
        return (local, remote) -> local.size() == remote.size()
                && remote.sourceModifiedAt() != null
                && remote.sourceModifiedAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .equals(local.modifiedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Compares size and SHA-256; size and time where the service has no SHA-256. */
    static Comparison hash(Hashes hashes) {
        Comparison otherwise = sizeAndTime();
        return (local, remote) -> {
            String expected = remote.sha256();
            if (expected == null) {
                return otherwise.areEqual(local, remote);
            }
            return local.size() == remote.size() && hashes.sha256(local).equals(expected);
        };
    }
}
