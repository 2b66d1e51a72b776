package dev.fileapi.client;

import java.net.URI;

/**
 * A link to read a version's bytes. It is a secret: it is all that is needed to read them.
 *
 * @param file the file at that version
 * @param download where the bytes are read
 */
public record DownloadLink(StoredFile file, URI download) {

    /** Returns the file alone, since the link is a secret. */
    @Override
    public String toString() {
        return "DownloadLink[file=" + file + "]";
    }
}
