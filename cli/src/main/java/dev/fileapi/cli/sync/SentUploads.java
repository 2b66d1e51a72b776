package dev.fileapi.cli.sync;

import dev.fileapi.client.UploadRef;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Which uploads have got all their bytes from this machine, and which bytes. */
interface SentUploads {

    /** Knows of none. */
    SentUploads NONE = new SentUploads() {
        @Override
        public Instant oldest() {
            return Instant.MAX;
        }

        @Override
        public Map<UploadRef, String> of(Set<UploadRef> inProgress) {
            return Map.of();
        }

        @Override
        public void add(UploadRef upload, String sha256) {}
    };

    /** Returns when the oldest of them began, by the service's clock; {@link Instant#MAX} when there are none. */
    Instant oldest() throws IOException;

    /** Returns the SHA-256 of those that are among the uploads in progress, and forgets those that are not, if they are old. */
    Map<UploadRef, String> of(Set<UploadRef> inProgress) throws IOException;

    /** Remembers an upload whose bytes the blob service has. */
    void add(UploadRef upload, String sha256);
}
