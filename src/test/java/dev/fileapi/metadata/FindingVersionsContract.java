package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.UploadPlace;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading the versions and the uploads of a file. */
abstract class FindingVersionsContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    private final FileId file = FileId.random();

    FindingVersionsContract(MetadataStore store) {
        super(store);
    }

    @Test
    void onlyThoseInOneOfTheStatesAreFoundNewestFirst() {
        VersionRecord committed = created(version(1).committedAt(NOW));
        created(version(2));
        VersionRecord superseded = created(version(4).committedAt(NOW).state(VersionState.SUPERSEDED));
        VersionRecord latest = created(version(3).committedAt(NOW));
        created(version(5).state(VersionState.CANCELLED));

        assertThat(find(EnumSet.of(VersionState.COMMITTED), null, 9)).containsExactly(latest, committed);
        assertThat(find(EnumSet.of(VersionState.COMMITTED, VersionState.SUPERSEDED), null, 9))
                .containsExactly(superseded, latest, committed);
        assertThat(find(EnumSet.allOf(VersionState.class), null, 9)).hasSize(5);
        assertThat(find(EnumSet.noneOf(VersionState.class), null, 9)).isEmpty();
    }

    @Test
    void aLimitAndAnEndLeadThroughAllOfAThousand() {
        for (long id = 1; id <= 1000; id++) {
            created(id % 2 == 0 ? version(id) : version(id).committedAt(NOW));
        }
        List<Long> seen = new ArrayList<>();
        @Nullable VersionId last = null;
        List<VersionRecord> some;
        do {
            some = find(EnumSet.of(VersionState.COMMITTED), last, 77);
            for (VersionRecord version : some) {
                last = version.id();
                seen.add(last.value());
            }
        } while (!some.isEmpty());

        assertThat(seen).hasSize(500).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void anIdBeyondWhatADoubleHoldsIsToldFromItsNeighbour() {
        long large = 1_701_303_755_570_785_597L;
        VersionRecord older = created(version(large));
        VersionRecord newer = created(version(large + 1));

        assertThat(find(EnumSet.of(VersionState.PENDING), newer.id(), 9)).containsExactly(older);
        assertThat(store.findUnseen(workspace, file, older.id().next(), 9)).containsExactly(newer);
    }

    @Test
    void anUploadIsUnseenWhileItIsPendingWhateverTheSweepDoesNext() {
        VersionRecord early = created(version(1).next(SweepStage.EARLY, NOW));
        VersionRecord linkEnded = created(version(2).next(SweepStage.LINK_ENDED, NOW));
        VersionRecord old = created(version(3).next(SweepStage.DISCARD, NOW));
        created(version(5).state(VersionState.CANCELLED).next(SweepStage.LINK_ENDED, NOW));
        VersionRecord newest = created(version(6));

        assertThat(store.findUnseen(workspace, file, null, 9)).containsExactly(newest, old, linkEnded, early);
        assertThat(store.findUnseen(workspace, file, linkEnded.id(), 9)).containsExactly(newest, old, linkEnded);
        assertThat(store.findUnseen(workspace, file, null, 1)).containsExactly(newest);
        assertThat(store.findUnseen(workspace, file, newest.id().next(), 9)).isEmpty();
    }

    @Test
    void aVersionIsUnseenWhenItWasCommittedAboveTheLatest() {
        VersionRecord first = created(version(1).committedAt(NOW));
        VersionRecord second = created(version(2).committedAt(NOW));
        created(version(3).state(VersionState.SUPERSEDED));

        assertThat(store.findUnseen(workspace, file, null, 9)).containsExactly(second, first);
        assertThat(store.findUnseen(workspace, file, first.id(), 9)).containsExactly(second);
        assertThat(store.findUnseen(workspace, file, second.id(), 9)).isEmpty();
    }

    @Test
    void aWorkspacesPendingUploadsAreFoundNewestFirst() {
        VersionRecord older = created(version(1).linkExpiresAt(NOW.plusSeconds(1)));
        VersionRecord newest = created(VersionRecordBuilder.version(5).linkExpiresAt(NOW.plusSeconds(1)));
        VersionRecord newer = created(VersionRecordBuilder.version(3).linkExpiresAt(NOW.plusSeconds(60)));
        created(version(2).linkExpiresAt(NOW));
        created(version(4).committedAt(NOW).linkExpiresAt(NOW.plusSeconds(1)));
        created(version(6).state(VersionState.CANCELLED).linkExpiresAt(NOW.plusSeconds(1)));

        assertThat(store.findPendingVersions(workspace, NOW, 9)).containsExactly(newest, newer, older);
        assertThat(store.findPendingVersions(workspace, NOW, 2)).containsExactly(newest, newer);
        assertThat(store.countPendingVersions(workspace, NOW, 9)).isEqualTo(3);
        assertThat(store.countPendingVersions(workspace, NOW, 2)).isEqualTo(2);
    }

    @Test
    void uploadsAreFoundFromAPlaceOnNewestFirstThenByFile() {
        List<VersionRecord> uploads = Stream.of(
                        created(version(1)),
                        created(VersionRecordBuilder.version(3)),
                        created(version(2)),
                        created(VersionRecordBuilder.version(2)),
                        created(VersionRecordBuilder.version(2)))
                .sorted(Comparator.comparing(
                                (VersionRecord upload) -> upload.id().value())
                        .reversed()
                        .thenComparing(upload -> upload.fileId().toString()))
                .toList();
        created(version(4).committedAt(NOW));

        assertThat(store.findUploads(workspace, null, null, 9)).isEqualTo(uploads);
        for (int i = 0; i < uploads.size(); i++) {
            assertThat(store.findUploads(workspace, null, UploadPlace.of(uploads.get(i)), 2))
                    .isEqualTo(uploads.subList(i + 1, Math.min(i + 3, uploads.size())));
        }
    }

    @Test
    void uploadsAreFoundByTheirAuthor() {
        User grace = new User(UUID.randomUUID(), "Grace", null);
        VersionRecord hers = created(version(2).createdBy(grace));
        created(version(1));
        created(version(3));

        assertThat(store.findUploads(workspace, grace.id(), null, 9)).containsExactly(hers);
        assertThat(store.findUploads(workspace, grace.id(), UploadPlace.of(hers), 9))
                .isEmpty();
    }

    @Test
    void pendingUploadsAreCountedAsFarAsIsWanted() {
        created(version(1));
        created(version(2));
        created(version(3).committedAt(NOW));
        created(version(4).state(VersionState.CANCELLED));
        created(VersionRecordBuilder.version(1));

        assertThat(store.countUploads(workspace, 9)).isEqualTo(3);
        assertThat(store.countUploads(workspace, 2)).isEqualTo(2);
        assertThat(store.countUploads(workspace, file, 9)).isEqualTo(2);
        assertThat(store.countUploads(workspace, file, 1)).isEqualTo(1);
        assertThat(store.countUploads(workspace, FileId.random(), 9)).isZero();
        assertThat(store.countUploads(new Workspace(workspace.organisationId(), UUID.randomUUID()), 9))
                .isZero();
    }

    @Test
    void anotherWorkspacesPendingUploadsAreNotFound() {
        created(version(1).linkExpiresAt(NOW.plusSeconds(1)));
        Workspace sibling = new Workspace(workspace.organisationId(), UUID.randomUUID());

        assertThat(store.findPendingVersions(sibling, NOW, 9)).isEmpty();
        assertThat(store.countPendingVersions(sibling, NOW, 9)).isZero();
    }

    @Test
    void anotherFilesVersionsAreNotFound() {
        VersionRecord other = created(VersionRecordBuilder.version(1));

        assertThat(find(EnumSet.allOf(VersionState.class), null, 9)).isEmpty();
        assertThat(store.findUnseen(workspace, file, null, 9)).isEmpty();
        assertThat(store.findVersion(workspace, file, other.id())).isEmpty();
    }

    private VersionRecordBuilder version(long id) {
        return VersionRecordBuilder.version(id).of(file);
    }

    private List<VersionRecord> find(Set<VersionState> states, @Nullable VersionId olderThan, int limit) {
        return store.findVersions(workspace, file, states, olderThan, limit);
    }
}
