package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a file's version records with what is stored. Since both sides go on changing, what seems to be extra is looked at again.
 */
@Singleton
final class CompareVersions {

    private static final int BATCH = 1_000;

    private final MetadataStore store;
    private final BlobStore blobs;
    private final CompareVersion version;

    CompareVersions(MetadataStore store, BlobStore blobs, CompareVersion version) {
        this.store = store;
        this.blobs = blobs;
        this.version = version;
    }

    /** What differs in the page's part of the file. */
    List<Finding> compare(FileBlobs stored) {
        Map<VersionId, StoredBlob.Version> left = new LinkedHashMap<>();
        stored.versions().forEach(listed -> left.put(listed.name().versionId(), listed));
        List<Finding> findings = new ArrayList<>();
        VersionId olderThan = stored.ends() ? null : stored.onNextPage().after();
        olderThan = olderThan == null ? null : olderThan.next();
        List<VersionRecord> batch;
        do {
            batch = store.findVersions(
                    stored.workspace(), stored.id(), EnumSet.allOf(VersionState.class), olderThan, BATCH);
            for (VersionRecord record : batch) {
                if (record.id().isNewerThan(stored.after())) {
                    StoredBlob.Version listed = left.remove(record.id());
                    findings.addAll(listed == null ? extra(record) : version.compare(listed, record));
                }
                olderThan = record.id();
            }
        } while (batch.size() == BATCH && olderThan != null && olderThan.isNewerThan(stored.after()));
        left.values().forEach(listed -> findings.addAll(unrecorded(listed)));
        return findings;
    }

    private List<Finding> extra(VersionRecord record) {
        return CompareVersion.isFinal(record) && !blobs.isCommitted(record.blobName())
                ? List.of(Finding.of(Finding.Kind.EXTRA, Finding.version(record.blobName())))
                : List.of();
    }

    /** The record may be newer than the listing. */
    private List<Finding> unrecorded(StoredBlob.Version listed) {
        BlobName name = listed.name();
        return version.compare(
                listed,
                store.findVersion(name.workspace(), name.fileId(), name.versionId())
                        .orElse(null));
    }
}
