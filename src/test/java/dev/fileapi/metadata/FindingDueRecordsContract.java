package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the sweep looks for, in all workspaces; these tests live in years when nothing else is due. */
abstract class FindingDueRecordsContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("1999-12-31T23:59:59.123456Z");

    FindingDueRecordsContract(MetadataStore store) {
        super(store);
    }

    @Test
    void onlyWhatIsDueByNowIsFoundLongestDueFirst() {
        VersionRecord now = created(version(1, NOW));
        VersionRecord before = created(version(2, NOW.minusSeconds(1)));
        created(version(3, NOW.plusNanos(1000)));
        created(VersionRecordBuilder.version(4).nothingNext());

        assertThat(dueVersions(100)).containsExactly(before, now);
    }

    @Test
    void filesAreFoundLikeVersions() {
        FileRecord now = created(FileRecordBuilder.file("now").nascent().nextCheckAt(NOW));
        FileRecord before =
                created(FileRecordBuilder.file("before").deletedAt(NOW).nextCheckAt(NOW.minusSeconds(1)));
        created(FileRecordBuilder.file("later").nextCheckAt(NOW.plusNanos(1000)));
        created(FileRecordBuilder.file("never"));

        List<FileRecord> due = new ArrayList<>();
        String continuation = null;
        do {
            Batch<FileRecord> batch = store.findDueFiles(NOW, continuation, 1);
            due.addAll(batch.items());
            continuation = batch.continuation();
        } while (continuation != null);

        assertThat(due).filteredOn(file -> file.workspace().equals(workspace)).containsExactly(before, now);
    }

    @Test
    void thousandsAreFoundOnceEachThoughTheyChangeMeanwhile() {
        Set<VersionRecord> expected = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            // Four at a time, so that batches end between equals.
            expected.add(created(version(i, NOW.minusSeconds(1 + i / 4))));
        }

        List<VersionRecord> seen = new ArrayList<>();
        String continuation = null;
        do {
            Batch<VersionRecord> batch = store.findDueVersions(NOW, continuation, 90);
            batch.items().stream()
                    .filter(version -> version.workspace().equals(workspace))
                    .forEach(version -> {
                        seen.add(version);
                        settle(version);
                    });
            continuation = batch.continuation();
        } while (continuation != null);

        assertThat(seen).hasSize(2000).containsAll(expected);
        assertThat(seen).isSortedAccordingTo(Comparator.comparing(VersionRecord::nextCheckAt));
        assertThat(dueVersions(1000)).isEmpty();
    }

    /** As the sweep does: committed, given another time, or removed. */
    private void settle(VersionRecord version) {
        switch ((int) (version.id().value() % 3)) {
            case 0 ->
                store.replaceVersion(
                        VersionRecordBuilder.from(version).committedAt(NOW).build());
            case 1 ->
                store.replaceVersion(VersionRecordBuilder.from(version)
                        .next(SweepStage.DISCARD, NOW.plusSeconds(60))
                        .build());
            default -> store.removeVersion(version);
        }
    }

    private static VersionRecordBuilder version(long id, Instant due) {
        return VersionRecordBuilder.version(id).next(SweepStage.LINK_ENDED, due);
    }

    private List<VersionRecord> dueVersions(int batchSize) {
        List<VersionRecord> due = new ArrayList<>();
        String continuation = null;
        do {
            Batch<VersionRecord> batch = store.findDueVersions(NOW, continuation, batchSize);
            assertThat(batch.items()).hasSizeLessThanOrEqualTo(batchSize);
            batch.items().stream()
                    .filter(version -> version.workspace().equals(workspace))
                    .forEach(due::add);
            continuation = batch.continuation();
        } while (continuation != null);
        return due;
    }
}
