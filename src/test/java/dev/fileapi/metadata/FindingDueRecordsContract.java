package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.VerificationTask;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    void onlyVersionsWhoseBytesAreDueToBeReadAreFoundForThatLongestDueFirst() {
        VersionRecord now = created(task(1, NOW));
        VersionRecord before = created(task(2, NOW.minusSeconds(1)));
        created(task(3, NOW.plusNanos(1000)));
        created(version(4, NOW.minusSeconds(9)));
        created(VersionRecordBuilder.version(5).committedAt(NOW));

        assertThat(dueVerifications(100)).containsExactly(before, now);
        assertThat(dueVerifications(1)).containsExactly(before, now);
        assertThat(dueVersions(100)).extracting(version -> version.id().value()).containsExactly(4L);
    }

    @Test
    void aVersionIsReadAgainWhenItsTaskSaysSoAndNotOnceItHasNone() {
        VersionRecord version = created(task(1, NOW.minusSeconds(2)));
        VersionRecord later = replaced(version, new VerificationTask(NOW.plusSeconds(1), 5, "c3RhdGU="));
        assertThat(dueVerifications(9)).isEmpty();

        VersionRecord due = replaced(later, new VerificationTask(NOW, 5, "c3RhdGU="));
        assertThat(dueVerifications(9)).containsExactly(due);

        replaced(due, null);
        assertThat(dueVerifications(9)).isEmpty();
    }

    @Test
    void hundredsAreFoundToBeReadOnceEachThoughTheyChangeMeanwhile() {
        Set<VersionRecord> expected = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            expected.add(created(task(i, NOW.minusSeconds(1 + i / 4))));
        }

        List<VersionRecord> seen = new ArrayList<>();
        String continuation = null;
        do {
            Batch<VersionRecord> batch = store.findDueVerifications(NOW, continuation, 30);
            batch.items().stream()
                    .filter(version -> version.workspace().equals(workspace))
                    .forEach(version -> {
                        seen.add(version);
                        replaced(
                                version,
                                version.id().value() % 2 == 0
                                        ? null
                                        : new VerificationTask(NOW.plusSeconds(60), 1, null));
                    });
            continuation = batch.continuation();
        } while (continuation != null);

        assertThat(seen).hasSize(300).containsAll(expected);
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

    private static VersionRecordBuilder task(long id, Instant due) {
        return VersionRecordBuilder.version(id).committedAt(NOW).verificationTask(VerificationTask.fromBeginning(due));
    }

    private VersionRecord replaced(VersionRecord version, @Nullable VerificationTask task) {
        return store.replaceVersion(VersionRecordBuilder.from(version)
                        .verificationTask(task)
                        .build())
                .orElseThrow();
    }

    private List<VersionRecord> dueVersions(int batchSize) {
        return all(continuation -> store.findDueVersions(NOW, continuation, batchSize), batchSize);
    }

    private List<VersionRecord> dueVerifications(int batchSize) {
        return all(continuation -> store.findDueVerifications(NOW, continuation, batchSize), batchSize);
    }

    private List<VersionRecord> all(Function<@Nullable String, Batch<VersionRecord>> find, int batchSize) {
        List<VersionRecord> due = new ArrayList<>();
        String continuation = null;
        do {
            Batch<VersionRecord> batch = find.apply(continuation);
            assertThat(batch.items()).hasSizeLessThanOrEqualTo(batchSize);
            batch.items().stream()
                    .filter(version -> version.workspace().equals(workspace))
                    .forEach(due::add);
            continuation = batch.continuation();
        } while (continuation != null);
        return due;
    }
}
