package dev.fileapi.files.recovery;

import dev.fileapi.files.VerificationPolicy;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import jakarta.inject.Singleton;

/** Has the versions of one file read that have no SHA-256: earlier releases computed none. */
@Singleton
final class ScheduleReading {

    private final MetadataStore store;
    private final VerificationPolicy verification;

    ScheduleReading(MetadataStore store, VerificationPolicy verification) {
        this.store = store;
        this.verification = verification;
    }

    /** The page's part of the file. A version that another writer changes meanwhile is left to the next run. */
    void schedule(FileBlobs stored) {
        stored.versions().stream().filter(ScheduleReading::mayLackSha256).forEach(version -> schedule(version.name()));
    }

    private static boolean mayLackSha256(StoredBlob.Version version) {
        DescribedVersion described = version.described();
        return described == null
                || described.description().details().checksums().get(ChecksumAlgorithm.SHA_256) == null;
    }

    private void schedule(BlobName name) {
        store.findVersion(name.workspace(), name.fileId(), name.versionId())
                .filter(version -> version.state() == VersionState.COMMITTED && version.verificationTask() == null)
                .ifPresent(this::schedule);
    }

    private void schedule(VersionRecord version) {
        VerificationTask task = verification.taskFor(version.details());
        if (task != null) {
            store.replaceVersion(version.toVerify(task));
        }
    }
}
