package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is on record of a file and its versions; all but the versions is null when the file is not on record. */
record SeenFile(
        @Nullable FilePath path,
        @Nullable FileState state,
        @Nullable Instant checkAt,
        @Nullable Deletion deletion,
        @Nullable VersionId latest,
        @Nullable String latestEtag,
        @Nullable Knowledge latestKnown,
        Map<VersionId, SeenVersion> versions) {

    static SeenFile of(@Nullable FileRecord file, List<VersionRecord> records) {
        Map<VersionId, SeenVersion> versions = new TreeMap<>();
        records.forEach(version -> versions.put(version.id(), SeenVersion.of(version)));
        if (file == null) {
            return new SeenFile(null, null, null, null, null, null, null, versions);
        }
        CommittedVersion latest = file.latest();
        return new SeenFile(
                file.path(),
                file.state(),
                file.nextCheckAt(),
                file.deletion(),
                latest == null ? null : latest.id(),
                latest == null ? null : latest.blob().etag(),
                latest == null ? null : Knowledge.of(latest.details()),
                versions);
    }
}
