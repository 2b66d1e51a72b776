package dev.fileapi.files.model;

import dev.fileapi.files.CommittedVersion;
import dev.fileapi.files.Deletion;
import dev.fileapi.files.FilePath;
import dev.fileapi.files.FileRecord;
import dev.fileapi.files.FileState;
import dev.fileapi.files.VersionId;
import dev.fileapi.files.VersionRecord;
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
        Map<VersionId, SeenVersion> versions) {

    static SeenFile of(@Nullable FileRecord file, List<VersionRecord> records) {
        Map<VersionId, SeenVersion> versions = new TreeMap<>();
        records.forEach(version -> versions.put(version.id(), SeenVersion.of(version)));
        if (file == null) {
            return new SeenFile(null, null, null, null, null, null, versions);
        }
        CommittedVersion latest = file.latest();
        return new SeenFile(
                file.path(),
                file.state(),
                file.nextCheckAt(),
                file.deletion(),
                latest == null ? null : latest.id(),
                latest == null ? null : latest.blob().etag(),
                versions);
    }
}
