package dev.fileapi.files;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as one of its versions shows it.
 *
 * @param version the version asked for, or the latest
 * @param download a link to read that version's bytes; a secret
 * @param versions all committed versions, newest first; null when not asked for
 * @param unchecked how many uploads, at least, may be committed without being seen here
 */
public record FileView(
        FileRecord file,
        CommittedVersion version,
        URI download,
        @Nullable List<VersionRecord> versions,
        int unchecked) {

    /** Leaves the link out: it carries a signature. */
    @Override
    public String toString() {
        return "FileView[file=" + file + ", version=" + version + "]";
    }
}
