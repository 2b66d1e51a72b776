package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.testing.BlobsInMemory;
import dev.fileapi.files.testing.ChecksumsOf;
import dev.fileapi.files.testing.Racing;
import dev.fileapi.files.testing.SimulatedCrash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An old version becomes the newest again: a copy of it, which is a version like any other. */
class PromoteVersionTest extends UseCaseTestBase {

    private static final Declaration TOLD = new Declaration(
            5L,
            ChecksumsOf.bytes("first", ChecksumAlgorithm.SHA_256),
            "text/csv",
            Instant.parse("2026-01-01T00:00:00Z"),
            Map.of("site", "north"),
            Map.of("job", "7"));

    private final User grace = new User(UUID.randomUUID(), "Grace", null);

    @Test
    void itsBytesAreANewVersionOfThePromoter() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");

        FileView promoted = promoted(first);

        assertThat(promoted.version().id().isNewerThan(second.versionId())).isTrue();
        assertThat(promoted.version().createdBy()).isEqualTo(grace);
        assertThat(promoted.version().createdAt())
                .isAfter(record(second).createdAt())
                .isBeforeOrEqualTo(clock.instant());
        assertThat(download(promoted.download())).isEqualTo("first");
        FileView now = read();
        assertThat(now.version()).isEqualTo(promoted.version());
        assertThat(now.versions())
                .extracting(VersionRecord::id)
                .containsExactly(promoted.version().id(), second.versionId(), first.versionId());
        assertThat(now.file().createdBy()).isEqualTo(ada);
    }

    @Test
    void allThatIsKnownOfItIsKnownOfTheCopy() {
        UploadLink first = files.issue().issue(workspace, report, ada, null, null, TOLD);
        upload(first, "first");
        files.commit().commit(blobName(first));
        VersionDetails source = record(first).details();
        uploadAndCommit("second");

        VersionDetails copy = promoted(first).version().details();

        assertThat(copy).isEqualTo(source);
        assertThat(copy.verification()).isEqualTo(Verification.VERIFIED);
        assertThat(copy)
                .returns("text/csv", VersionDetails::contentType)
                .returns(TOLD.modifiedAt(), VersionDetails::modifiedAt)
                .returns(TOLD.tags(), VersionDetails::tags)
                .returns(TOLD.metadata(), VersionDetails::metadata);
    }

    /** The checksum that the service has computed of the first is what the copy must have. */
    @Test
    void aCopyOfBytesWithoutAToldChecksumIsVerified() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");

        VersionDetails copy = promoted(first).version().details();

        assertThat(copy.checksums()).isEqualTo(record(first).details().checksums());
        assertThat(copy.checksums().get(ChecksumAlgorithm.SHA_256)).isNotNull();
        assertThat(copy.verification()).isEqualTo(Verification.VERIFIED);
    }

    @Test
    void theLatestVersionStaysAsItIs() {
        uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");
        FileView before = read();

        assertThat(promoted(second).version()).isEqualTo(before.version());

        assertThat(read().versions()).hasSize(2);
    }

    @Test
    void aVersionIsNotTheLatestWhenANewerOneIsInThoughNothingHasToldOfIt() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploaded("second");

        FileView promoted = promoted(first);

        assertThat(promoted.version().id().isNewerThan(second.versionId())).isTrue();
        assertThat(read().versions()).hasSize(3);
    }

    @Test
    void anOldVersionThatNothingHasToldOfIsPromoted() {
        UploadLink first = uploaded("first");
        UploadLink second = issue();
        upload(second, "second");
        files.commit().commit(blobName(second));

        assertThat(download(promoted(first).download())).isEqualTo("first");
    }

    @Test
    void anUploadThatWasIssuedBeforeComesBelowTheCopy() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");
        UploadLink late = issue();

        FileView promoted = promoted(first);
        upload(late, "late");

        assertThat(read().version()).isEqualTo(promoted.version());
        assertThat(read().versions()).hasSize(4);
    }

    @Test
    void whatIsNotACommittedVersionIsRefused() {
        UploadLink first = uploadAndCommit("first");
        UploadLink pending = issue();
        UploadLink cancelled = issue();
        files.uploads().cancel(workspace, cancelled.fileId(), cancelled.versionId());
        UploadLink superseded = files.issue()
                .issue(
                        workspace,
                        report,
                        ada,
                        UploadCondition.latestIs(read().version().blob().etag()),
                        null,
                        Declaration.NONE);
        UploadLink rejected = files.issue().issue(workspace, report, ada, null, null, TOLD);
        upload(rejected, "wrong");
        files.commit().commit(blobName(rejected));
        uploadAndCommit("second");
        upload(superseded, "superseded");
        files.commit().commit(blobName(superseded));
        assertThat(record(superseded).state()).isEqualTo(VersionState.SUPERSEDED);
        assertThat(record(rejected).state()).isEqualTo(VersionState.REJECTED);

        for (UploadLink other : List.of(pending, cancelled, superseded, rejected)) {
            assertThatThrownBy(() -> promote(other)).isInstanceOf(UnknownFileException.class);
        }
        assertThatThrownBy(
                        () -> files.promote().promote(workspace, first.fileId(), new VersionId(1), grace, null, null))
                .isInstanceOf(UnknownFileException.class);
        assertThatThrownBy(
                        () -> files.promote().promote(workspace, FileId.random(), first.versionId(), grace, null, null))
                .isInstanceOf(UnknownFileException.class);
        assertThat(read().versions()).hasSize(2);
    }

    @Test
    void aDeletedFileIsRefusedAndAPurgedOneUnknown() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");
        files.delete().delete(workspace, report, ada);

        assertThatThrownBy(() -> promote(first)).isInstanceOf(FileGoneException.class);

        sweepAfter(Duration.ofDays(31));
        assertThatThrownBy(() -> promote(first)).isInstanceOf(UnknownFileException.class);
    }

    @Test
    void aVersionWhoseBytesAreGoneIsRefusedAndNothingIsLeft() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");
        AZURITE.operator().removeWithSnapshots(blobName(first));

        assertThatThrownBy(() -> promote(first))
                .isInstanceOf(UnknownFileException.class)
                .hasMessageContaining("gone from blob storage");

        assertThat(read().version().id()).isEqualTo(second.versionId());
        assertThat(versions(VersionState.PENDING)).isEmpty();
        sweepAfter(Duration.ofHours(1));
        assertThat(versions(VersionState.CANCELLED)).isEmpty();
    }

    @Test
    void onACondition() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");
        UploadCondition overSecond =
                UploadCondition.latestIs(read().version().blob().etag());

        assertThatThrownBy(() -> promote(files, first, UploadCondition.latestIs("\"other\""), null))
                .isInstanceOf(PreconditionFailedException.class);
        assertThatThrownBy(() -> promote(files, first, UploadCondition.noSuchFile(), null))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(read().versions()).hasSize(2);
        promote(files, first, overSecond, null);
        assertThatThrownBy(() -> promote(files, first, overSecond, null))
                .isInstanceOf(PreconditionFailedException.class);
        promote(files, first, UploadCondition.fileExists(), null);

        assertThat(read().versions()).hasSize(4);
    }

    @Test
    void aConditionIsJudgedForTheLatestVersionToo() {
        UploadLink first = uploadAndCommit("first");

        assertThatThrownBy(() -> promote(files, first, UploadCondition.latestIs("\"other\""), null))
                .isInstanceOf(PreconditionFailedException.class);
    }

    /** Between the check and the copy another upload was committed. */
    @Test
    void aConditionIsJudgedAgainWhenTheCopyIsRecorded() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");
        UploadLink racing = issue();
        UploadCondition overSecond = UploadCondition.latestIs(
                record(second).committed().orElseThrow().blob().etag());
        UseCases slow = beforeCopying(copy -> {
            upload(racing, "racing");
            files.commit().commit(blobName(racing));
        });

        assertThatThrownBy(() -> promote(slow, first, overSecond, null))
                .isInstanceOf(PreconditionFailedException.class);

        assertThat(read().version().id()).isEqualTo(racing.versionId());
        assertThat(versions(VersionState.SUPERSEDED)).hasSize(1);
    }

    @Test
    void aFileThatIsDeletedMeanwhileHasTheCopyOnceItIsRestored() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");
        UseCases slow = beforeCopying(copy -> files.delete().delete(workspace, report, ada));

        assertThatThrownBy(() -> promote(slow, first, null, null)).isInstanceOf(FileGoneException.class);

        files.restore().restore(workspace, first.fileId(), ada);
        assertThat(download(read().download())).isEqualTo("first");
        assertThat(read().versions()).hasSize(3);
    }

    @Test
    void anUploadThatIsNewerThanTheCopyStaysTheLatest() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");
        UseCases slow = beforeCopying(copy -> {
            clock.move(Duration.ofMillis(1));
            uploadAndCommit("newer");
        });

        FileView promoted = ((Promotion.Promoted) promote(slow, first, null, null)).file();

        assertThat(download(promoted.download())).isEqualTo("first");
        assertThat(download(read().download())).isEqualTo("newer");
        assertThat(read().versions()).hasSize(4);
    }

    @Test
    void callsWithOneKeyMakeOneCopy() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");
        UploadCondition overSecond = UploadCondition.latestIs(
                record(second).committed().orElseThrow().blob().etag());

        Promotion once = promote(files, first, overSecond, "key");
        clock.move(Duration.ofHours(1));

        assertThat(id(promote(files, first, overSecond, "key"))).isEqualTo(id(once));
        assertThat(read().versions()).hasSize(3);
        assertThat(id(promote(files, second, null, "key"))).isNotEqualTo(id(once));
        assertThat(id(promote(files, first, null, "another key"))).isNotEqualTo(id(once));
        clock.move(Duration.ofHours(24));
        assertThat(id(promote(files, second, null, "key"))).isNotEqualTo(id(once));
    }

    /** An upload with the same key is another matter. */
    @Test
    void aKeyOfAnUploadIsNotOneOfACopy() {
        UploadLink first = files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE);
        upload(first, "first");
        uploadAndCommit("second");

        Promotion promoted = files.promote().promote(workspace, first.fileId(), first.versionId(), ada, null, "key");

        assertThat(id(promoted)).isNotEqualTo(first.versionId());
    }

    /** What was refused made nothing, and the file has changed since: what the key stands for would come below its latest version. */
    @Test
    void aKeyThatWasRefusedBeforeTheLatestVersionCameIsRefused() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");
        assertThatThrownBy(() -> promote(files, first, UploadCondition.latestIs("\"other\""), "key"))
                .isInstanceOf(PreconditionFailedException.class);
        clock.move(Duration.ofSeconds(1));
        uploadAndCommit("third");

        assertThatThrownBy(() -> promote(files, first, null, "key"))
                .isInstanceOf(PreconditionFailedException.class)
                .hasMessageContaining("Idempotency-Key");
        assertThat(read().versions()).hasSize(3);
    }

    @Test
    void manyCallsWithOneKeyAtOnceMakeOneCopy() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");

        List<Promotion> all = Racing.all(6, racer -> promote(files, first, null, "key"));

        assertThat(all.stream().map(PromoteVersionTest::id).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(read().versions()).hasSize(3);
    }

    @Test
    void manyCallsAtOnceEachMakeOne() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");

        List<Promotion> all = Racing.all(6, racer -> promote(files, first, null, null));

        Set<VersionId> made = all.stream().map(PromoteVersionTest::id).collect(Collectors.toSet());
        assertThat(made).hasSize(6);
        assertThat(read().versions()).hasSize(8);
        assertThat(made).contains(read().version().id());
        assertThat(download(read().download())).isEqualTo("first");
    }

    /** Azure goes on with a large copy after it has answered. */
    @Test
    void aCopyThatIsNotReadyIsUnderwayAndBecomesAVersionLikeAnUpload() {
        BlobsInMemory slowly = new BlobsInMemory() {
            @Override
            public boolean copy(BlobName name, BlobInfo sealed, BlobName to) {
                return true;
            }
        };
        UseCases slow = UseCases.over(store, slowly, clock, checksums);
        UploadLink first = slow.issue().issue(workspace, report, ada, null, null, Declaration.NONE);
        slowly.commit(blobName(first));
        UploadLink second = slow.issue().issue(workspace, report, ada, null, null, Declaration.NONE);
        slowly.commit(blobName(second));

        Promotion underway = promote(slow, first, null, "key");

        assertThat(underway).asInstanceOf(type(Promotion.Underway.class)).satisfies(copy -> {
            assertThat(copy.copy().version().state()).isEqualTo(VersionState.PENDING);
            assertThat(copy.copy().version().createdBy()).isEqualTo(grace);
        });
        assertThat(promote(slow, first, null, "key")).isInstanceOf(Promotion.Underway.class);
        BlobName copy = ((Promotion.Underway) underway).copy().version().blobName();
        slowly.commit(copy);
        slow.commit().commit(copy);
        slow.commit().commit(copy);
        assertThat(slow.read()
                        .read(workspace, report, FileQuery.of(null, true, false))
                        .version()
                        .id())
                .isEqualTo(copy.versionId());
        assertThat(id(promote(slow, first, null, "key"))).isEqualTo(copy.versionId());
    }

    @Test
    void aCopyThatNothingFinishesIsSweptLikeAnUpload() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");
        crashBeforeCopying(first, null);
        assertThat(versions(VersionState.PENDING)).hasSize(1);

        sweepAfter(Duration.ofDays(8));

        assertThat(versions(VersionState.PENDING)).isEmpty();
        assertThat(read().version().id()).isEqualTo(second.versionId());
    }

    @Test
    void aCopyThatWasCancelledIsUnknown() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");
        crashBeforeCopying(first, "key");
        VersionRecord copy = versions(VersionState.PENDING).get(0);
        files.uploads().cancel(workspace, copy.fileId(), copy.id());

        assertThatThrownBy(() -> promote(files, first, null, "key"))
                .isInstanceOf(UnknownFileException.class)
                .hasMessageContaining("was cancelled");
    }

    /** Blob storage has copied something else, as if its holder of a link had been there. */
    @Test
    void aCopyWithOtherBytesIsNoVersion() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");
        UseCases spoiled = beforeCopying(copy ->
                client.put(blobs.signUpload(copy, clock.instant().plus(Duration.ofMinutes(30))), "wrong"));

        assertThatThrownBy(() -> promote(spoiled, first, null, null))
                .isInstanceOf(BlobStoreException.class)
                .hasMessageStartingWith("The copy cannot be a version.");

        assertThat(read().version().id()).isEqualTo(second.versionId());
        assertThat(versions(VersionState.REJECTED)).hasSize(1);
    }

    @Test
    void aCrashIsMadeGoodByTheNextCallWithTheSameKey() {
        UploadLink[] first = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    first[0] = uploadAndCommit("first");
                    uploadAndCommit("second");
                },
                crashing -> promote(crashing, first[0], null, "key"),
                () -> {
                    assertThat(download(((Promotion.Promoted) promote(files, first[0], null, "key"))
                                    .file()
                                    .download()))
                            .isEqualTo("first");
                    assertThat(download(read().download())).isEqualTo("first");
                    assertThat(read().versions()).hasSize(3);
                    assertThat(versions(VersionState.PENDING)).isEmpty();
                });
    }

    @Test
    void aCrashIsMadeGoodByTheNextRead() {
        crashAfterEveryStepThen(copied -> {});
    }

    @Test
    void aCrashIsMadeGoodByAnEventThatComesTwice() {
        crashAfterEveryStepThen(copied -> {
            files.commit().commit(copied.blobName());
            files.commit().commit(copied.blobName());
        });
    }

    @Test
    void aCrashIsMadeGoodByTheNextSweep() {
        crashAfterEveryStepThen(copied -> sweepAfter(Duration.ofMinutes(6)));
    }

    /** As soon as the copy is made, whatever the crash. */
    private void crashAfterEveryStepThen(Consumer<VersionRecord> next) {
        UploadLink[] uploads = new UploadLink[2];
        crashAfterEveryStep(
                () -> {
                    uploads[0] = uploadAndCommit("first");
                    uploads[1] = uploadAndCommit("second");
                },
                crashing -> promote(crashing, uploads[0], null, null),
                () -> {
                    List<VersionRecord> newer = versions(uploads[1]);
                    newer.forEach(next);
                    boolean copied = newer.stream().anyMatch(copy -> blobs.isCommitted(copy.blobName()));
                    assertThat(download(read().download())).isEqualTo(copied ? "first" : "second");
                    newer.forEach(copy -> assertThat(store.findVersion(workspace, copy.fileId(), copy.id())
                                    .orElseThrow()
                                    .state())
                            .isEqualTo(copied ? VersionState.COMMITTED : VersionState.PENDING));
                    sweepAfter(Duration.ofDays(8));
                    assertThat(versions(VersionState.PENDING)).isEmpty();
                });
    }

    /** All versions above the upload's. */
    private List<VersionRecord> versions(UploadLink upload) {
        return versions(VersionState.values()).stream()
                .filter(version -> version.id().isNewerThan(upload.versionId()))
                .toList();
    }

    private List<VersionRecord> versions(VersionState... states) {
        FileId file = store.findFile(workspace, report).orElseThrow().id();
        return store.findVersions(workspace, file, Set.of(states), null, 100);
    }

    /** Over blobs in which something happens before each copy, to whose blob it is told. */
    private UseCases beforeCopying(Consumer<BlobName> happens) {
        BlobStore copying = (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("copy")) {
                        happens.accept((BlobName) arguments[2]);
                    }
                    try {
                        return method.invoke(blobs, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return UseCases.over(store, copying, clock, checksums);
    }

    /** Leaves a copy of which the record alone was made. */
    private void crashBeforeCopying(UploadLink version, @Nullable String key) {
        runUntilCrash(() -> promote(
                beforeCopying(copy -> {
                    throw new SimulatedCrash();
                }),
                version,
                null,
                key));
    }

    private Promotion promote(UploadLink version) {
        return promote(files, version, null, null);
    }

    private FileView promoted(UploadLink version) {
        return ((Promotion.Promoted) promote(version)).file();
    }

    private Promotion promote(
            UseCases useCases, UploadLink version, @Nullable UploadCondition condition, @Nullable String key) {
        return useCases.promote().promote(workspace, version.fileId(), version.versionId(), grace, condition, key);
    }

    private static VersionId id(Promotion promotion) {
        return promotion instanceof Promotion.Promoted promoted
                ? promoted.file().version().id()
                : ((Promotion.Underway) promotion).copy().version().id();
    }
}
