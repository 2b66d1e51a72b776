package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.VersionId;

/** Version ids as text, since numbers are doubles here; with leading zeros, so that they sort as they count. */
final class VersionIds {

    private VersionIds() {}

    static String stored(VersionId id) {
        // a negative one is never stored; its sign puts it below all that are
        return "%019d".formatted(id.value());
    }

    static VersionId read(String stored) {
        return new VersionId(Long.parseLong(stored));
    }
}
