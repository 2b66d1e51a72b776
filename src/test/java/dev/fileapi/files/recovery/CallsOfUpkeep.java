package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.store.VersionUpkeep;
import java.util.ArrayList;
import java.util.List;

/** Notes what is asked for and does nothing. */
record CallsOfUpkeep(List<String> made) implements VersionUpkeep {

    CallsOfUpkeep() {
        this(new ArrayList<>());
    }

    @Override
    public boolean describe(BlobName name, DescribedVersion version) {
        return made.add("describe " + name);
    }

    @Override
    public void removeSnapshot(BlobName name, String snapshot) {
        made.add("removeSnapshot " + snapshot);
    }

    @Override
    public void empty(BlobName name, String etag) {
        made.add("empty " + etag);
    }

    @Override
    public void unarchive(BlobName name, String snapshot) {
        made.add("unarchive " + snapshot);
    }
}
