package dev.fileapi.files.store;

import java.net.URI;

/** Where links lead. */
@FunctionalInterface
public interface LinkTarget {

    /** Returns the origin of all links to upload and download: scheme, host and, unless it is the scheme's own, port. */
    URI origin();
}
