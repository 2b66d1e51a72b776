package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.Workspace;

/**
 * A finding of a rebuild or verification, for the operator.
 *
 * @param what the record or blob it is about, by its place in storage
 * @param detail empty when the kind says it all
 */
public record Finding(Kind kind, String what, String detail) {

    /** The kinds of findings. */
    public enum Kind {
        /** Storage describes it, and there is no record of it. */
        MISSING(true),
        /** There is a record of it, and nothing in storage to make that from. */
        EXTRA(true),
        /** The record says something else than storage. */
        DIFFERENT(true),
        /** Its bytes are stored, and nothing that the service wrote says whose they are: a rebuild does not bring it back. */
        UNDESCRIBED(true),
        /** It is described, and its bytes are gone. */
        LOST(true),
        /** A file came back under another name, since its path is another file's by now. */
        RENAMED(false),
        /** A snapshot says of its version what the service never wrote. It counts for nothing. */
        FORGED(false),
        /** Snapshots, older than a day, beside the one that holds the version's bytes. */
        SPARE(false),
        /** The version's blob was written again after the seal. Readers get the snapshot. */
        OVERWRITTEN(false),
        /** A blob that no record explains, older than a day. */
        ORPHAN(false);

        private final boolean difference;

        Kind(boolean difference) {
            this.difference = difference;
        }

        /** Whether records and storage disagree. */
        public boolean isDifference() {
            return difference;
        }
    }

    static Finding of(Kind kind, String what) {
        return new Finding(kind, what, "");
    }

    static Finding of(Kind kind, String what, String detail) {
        return new Finding(kind, what, detail);
    }

    static String file(Workspace workspace, FileId id) {
        return "file " + workspace.organisationId() + "/" + workspace.workspaceId() + "/" + id;
    }

    static String version(BlobName name) {
        return "version " + name;
    }
}
