package dev.fileapi.files.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is always true, whatever the model says. Remembers what it has seen. */
final class Invariants {

    private final RealFiles real;
    private final Map<ModelOfFiles.Upload, Content> committed = new HashMap<>();
    private final Map<FileId, Instant> deletedAt = new HashMap<>();

    Invariants(RealFiles real) {
        this.real = real;
    }

    void check(Set<FileId> files) {
        Set<Object> paths = new HashSet<>();
        for (FileId id : files) {
            SeenFile file = real.seen(id);
            if (file.state() == FileState.LIVE) {
                assertThat(paths.add(file.path()))
                        .as("%s is the only live file there", id)
                        .isTrue();
            }
            if (file.deletion() != null) {
                deletedAt.put(id, file.deletion().at());
            }
            if (file.state() != FileState.PURGING) {
                real.versions(id).stream()
                        .peek(this::forgetIfTakenBack)
                        .filter(version -> version.blob() != null && !version.wasCommitted())
                        .forEach(this::bytesStay);
                theLatestIsTheHighestCommitted(id, file);
                tagsAgree(id, file);
                nothingCommittedIsLost(id, file);
            }
        }
    }

    /** Right after a sweep. */
    void noUploadOutlivesItsTime(Set<FileId> files) {
        for (FileId id : files) {
            assertThat(real.seen(id).versions().values())
                    .filteredOn(version -> version.state() == VersionState.PENDING)
                    .allMatch(version -> version.linkExpiresAt()
                            .plus(Times.UNFINISHED)
                            .isAfter(real.clock().instant()));
        }
    }

    private void bytesStay(VersionRecord version) {
        ModelOfFiles.Upload upload = new ModelOfFiles.Upload(version.fileId(), version.id());
        Content now = real.recorded(version);
        Content first = committed.putIfAbsent(upload, now);
        assertThat(now).as("the bytes of %s", upload).isEqualTo(first == null ? now : first);
    }

    /** Only a version whose bytes are not those that were told. */
    private void forgetIfTakenBack(VersionRecord version) {
        if (version.wasCommitted()) {
            assertThat(version.details().verification()).isEqualTo(Verification.FAILED);
            committed.remove(new ModelOfFiles.Upload(version.fileId(), version.id()));
        }
    }

    private static void theLatestIsTheHighestCommitted(FileId id, SeenFile file) {
        file.versions().forEach((version, seen) -> {
            if (seen.state() == VersionState.COMMITTED) {
                assertThat(file.latest()).as("the latest of %s", id).isGreaterThanOrEqualTo(version);
            }
        });
        VersionId latest = file.latest();
        if (latest != null) {
            assertThat(file.versions().get(latest).state())
                    .as("the latest of %s, or a crash before its end", id)
                    .isIn(VersionState.COMMITTED, VersionState.PENDING, VersionState.REJECTED);
        }
    }

    /** In the pointer, the record and the description; but for the latest version of a file that the sweep is still to look at. */
    private void tagsAgree(FileId id, SeenFile file) {
        real.versions(id).stream()
                .filter(version -> version.state() == VersionState.COMMITTED)
                .filter(version -> file.checkAt() == null || !version.id().equals(file.latest()))
                .forEach(version -> {
                    Map<String, String> tags = version.details().tags();
                    assertThat(real.describedTags(version))
                            .as("the tags of %s", version.blobName())
                            .isEqualTo(tags);
                    if (version.id().equals(file.latest())) {
                        assertThat(file.latestKnown().tags()).isEqualTo(tags);
                    }
                });
    }

    private void nothingCommittedIsLost(FileId id, SeenFile file) {
        committed.keySet().stream().filter(upload -> upload.file().equals(id)).forEach(upload -> {
            if (file.state() == null) {
                assertThat(deletedAt.get(id).plus(Times.RETENTION))
                        .isBeforeOrEqualTo(real.clock().instant());
            } else {
                assertThat(file.versions()).containsKey(upload.version());
            }
        });
    }
}
