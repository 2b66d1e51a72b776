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
        /** A file came back under another name, since its path is another file's by now. */
        RENAMED(false),
        /** Bytes that were committed but not recorded before the records were lost: their author is unknown. */
        UNDESCRIBED(false),
        /** Snapshots of one version hold different bytes: the blob's lease was broken. The oldest counts. */
        ALTERED(false),
        /** A blob that no record knows, older than a day. */
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
