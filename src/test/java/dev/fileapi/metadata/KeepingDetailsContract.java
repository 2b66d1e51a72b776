package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileCreation;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of a version's bytes and found out about them is found with every record, however that is read. */
abstract class KeepingDetailsContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final Instant LONG_AGO = Instant.parse("1998-03-04T05:06:07.123456Z");

    private static final String SHA_256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final Checksums ALL = Checksums.NONE
            .with(ChecksumAlgorithm.SHA_256, SHA_256)
            .with(ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg==")
            .with(ChecksumAlgorithm.CRC64NVME, "//////////8=");

    /** Of each field a version that has nothing else, then one that has them all. */
    private static final List<VersionDetails> DETAILS = List.of(
            VersionDetails.NONE,
            verification(Verification.PENDING),
            verification(Verification.VERIFIED),
            verification(Verification.FAILED),
            checksums(Checksums.NONE.with(ChecksumAlgorithm.SHA_256, SHA_256)),
            checksums(Checksums.NONE.with(ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg==")),
            checksums(Checksums.NONE.with(ChecksumAlgorithm.CRC64NVME, "AAAAAAAAAAA=")),
            contentType("text/csv; charset=utf-8"),
            modifiedAt(NOW),
            modifiedAt(Instant.parse("0001-01-01T00:00:00Z")),
            modifiedAt(Instant.parse("1582-10-10T00:00:00Z")),
            modifiedAt(Instant.parse("9999-12-31T23:59:59.999999Z")),
            pairs(Map.of("empty", ""), Map.of()),
            pairs(Map.of(), Map.of("", "")),
            pairs(Map.of("a", "b:c", "A", "b", "list", "a,b"), Map.of("a:b", "c")),
            pairs(
                    Map.of("\"quoted\" \\ {}", "'; --"),
                    Map.of("null", "null", "line\nbreak\t", "\u0000\u0001\u007f\u2028")),
            pairs(
                    Map.of("\u6f22\u5b57", "\ud83d\ude00\uffff\ufeff", "e\u0301", "\u00e9"),
                    Map.of("\ud83d\ude00", "\u202e")),
            new VersionDetails(
                    Verification.VERIFIED,
                    ALL,
                    "application/pdf",
                    NOW,
                    IntStream.range(0, 50)
                            .boxed()
                            .collect(Collectors.toMap(at -> "key %02d".formatted(at), at -> "v".repeat(at))),
                    Map.of("note", "m".repeat(2_000))));

    KeepingDetailsContract(MetadataStore store) {
        super(store);
    }

    private static VersionDetails verification(Verification verification) {
        return new VersionDetails(verification, Checksums.NONE, null, null, Map.of(), Map.of());
    }

    private static VersionDetails checksums(Checksums checksums) {
        return new VersionDetails(Verification.UNVERIFIED, checksums, null, null, Map.of(), Map.of());
    }

    private static VersionDetails contentType(String type) {
        return new VersionDetails(Verification.UNVERIFIED, Checksums.NONE, type, null, Map.of(), Map.of());
    }

    private static VersionDetails modifiedAt(Instant time) {
        return new VersionDetails(Verification.UNVERIFIED, Checksums.NONE, null, time, Map.of(), Map.of());
    }

    private static VersionDetails pairs(Map<String, String> tags, Map<String, String> metadata) {
        return new VersionDetails(Verification.UNVERIFIED, Checksums.NONE, null, null, tags, metadata);
    }

    @Test
    void aFirstVersionKeepsThem() {
        for (VersionDetails details : DETAILS) {
            FileRecord file = FileRecordBuilder.file("first/" + DETAILS.indexOf(details))
                    .in(workspace)
                    .nascent()
                    .build();
            VersionRecord first = VersionRecordBuilder.version(1)
                    .of(file)
                    .in(workspace)
                    .details(details)
                    .build();

            assertThat(store.createFile(file, first)).isInstanceOf(FileCreation.Created.class);

            assertThat(store.findVersion(workspace, file.id(), first.id()))
                    .map(VersionRecord::details)
                    .contains(details);
        }
    }

    @Test
    void anUploadHasThemWhereverItIsFound() {
        for (VersionDetails details : DETAILS) {
            VersionRecord written = VersionRecordBuilder.version(1)
                    .in(workspace)
                    .details(details)
                    .build();
            VersionRecord upload = store.createVersion(written).orElseThrow();

            assertThat(upload.details()).isEqualTo(details);
            assertThat(store.findVersion(workspace, upload.fileId(), upload.id()))
                    .contains(upload);
            assertThat(store.findVersions(workspace, upload.fileId(), EnumSet.allOf(VersionState.class), null, 9))
                    .containsExactly(upload);
            assertThat(store.findUnseen(workspace, upload.fileId(), null, 9)).containsExactly(upload);
            assertThat(store.findUploads(workspace, null, null, 99)).contains(upload);
            assertThat(store.findUploads(workspace, upload.createdBy().id(), null, 99))
                    .contains(upload);
            assertThat(store.findPendingVersions(workspace, Instant.EPOCH, 99)).contains(upload);
        }
    }

    @Test
    void whatIsDueHasThem() {
        List<VersionRecord> versions = new ArrayList<>();
        List<FileRecord> files = new ArrayList<>();
        for (VersionDetails details : DETAILS) {
            versions.add(created(VersionRecordBuilder.version(1)
                    .committedAt(NOW)
                    .details(details)
                    .next(SweepStage.EARLY, LONG_AGO)
                    .verificationTask(VerificationTask.fromBeginning(LONG_AGO))));
            files.add(created(file(details).nextCheckAt(LONG_AGO)));
        }

        assertThat(mine(store.findDueVersions(LONG_AGO, null, 100), VersionRecord::workspace))
                .containsExactlyInAnyOrderElementsOf(versions);
        assertThat(mine(store.findDueVerifications(LONG_AGO, null, 100), VersionRecord::workspace))
                .containsExactlyInAnyOrderElementsOf(versions);
        assertThat(mine(store.findDueFiles(LONG_AGO, null, 100), FileRecord::workspace))
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void aFileHasThoseOfItsLatestVersionWhereverItIsFound() {
        List<FileRecord> files = new ArrayList<>();
        for (VersionDetails details : DETAILS) {
            FileRecord file = created(file(details));
            files.add(file);

            assertThat(details(file)).isEqualTo(details);
            assertThat(store.findFile(workspace, file.id())).contains(file);
            assertThat(store.findFile(workspace, file.slot())).contains(file);
            assertThat(store.findFiles(workspace, Set.of(file.id()))).containsExactly(file);
        }

        FileFilter all = FileFilter.all(false);
        assertThat(store.listFiles(workspace, all, List.of(), 0, 99).files())
                .containsExactlyInAnyOrderElementsOf(files);
        assertThat(store.listFilesFrom(workspace, all, List.of(), null, 99).items())
                .containsExactlyInAnyOrderElementsOf(files);
        assertThat(inLevel(store.listLevel(workspace, all.atOneLevel(), List.of(), 0, 99)
                        .entries()))
                .containsExactlyInAnyOrderElementsOf(files);
        assertThat(inLevel(store.listLevelFrom(workspace, all.atOneLevel(), List.of(), null, 99)
                        .items()))
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void aReplacedRecordHasTheNewOnesOnly() {
        for (VersionDetails before : DETAILS) {
            FileRecord file = created(file(before));
            VersionRecord version = created(VersionRecordBuilder.version(1).details(before));
            for (VersionDetails after : List.of(DETAILS.get(DETAILS.size() - 1), before, VersionDetails.NONE)) {
                file = written(store.replaceFile(withDetails(file, after)));
                version = store.replaceVersion(VersionRecordBuilder.from(version)
                                .details(after)
                                .build())
                        .orElseThrow();

                assertThat(store.findFile(workspace, file.id()).map(KeepingDetailsContract::details))
                        .contains(after);
                assertThat(store.findVersion(workspace, version.fileId(), version.id())
                                .map(VersionRecord::details))
                        .contains(after);
            }
        }
    }

    @Test
    void theSourcesTimeIsKeptToTheMicrosecond() {
        VersionDetails precise = modifiedAt(NOW.plusNanos(789));
        FileRecord file = created(file(precise));
        VersionRecord version = created(VersionRecordBuilder.version(1).details(precise));

        assertThat(details(file)).isEqualTo(modifiedAt(NOW));
        assertThat(store.findFile(workspace, file.id())).contains(file);
        assertThat(version.details()).isEqualTo(modifiedAt(NOW));
        assertThat(store.findVersion(workspace, version.fileId(), version.id())).contains(version);
    }

    @Test
    void anExpectedSizeIsKept() {
        for (long size : new long[] {0, 1, 5_000_000_000L, 209_715_200_000_000L}) {
            VersionRecord version = created(VersionRecordBuilder.version(1).expectedSize(size));

            assertThat(version.expectedSize()).isEqualTo(size);
            assertThat(store.findVersion(workspace, version.fileId(), version.id()))
                    .contains(version);
        }
    }

    @Test
    void howFarBytesWereReadIsKept() {
        VersionRecord version = created(
                VersionRecordBuilder.version(1).committedAt(NOW).verificationTask(VerificationTask.fromBeginning(NOW)));
        assertThat(store.findVersion(workspace, version.fileId(), version.id())).contains(version);

        VerificationTask half = new VerificationTask(NOW.plusSeconds(1), 209_715_200_000_000L, "c3RhdGU=".repeat(200));
        VersionRecord on = store.replaceVersion(VersionRecordBuilder.from(version)
                        .verificationTask(half)
                        .build())
                .orElseThrow();
        assertThat(on.verificationTask()).isEqualTo(half);
        assertThat(store.findVersion(workspace, version.fileId(), version.id())).contains(on);

        VersionRecord done = store.replaceVersion(
                        VersionRecordBuilder.from(on).verificationTask(null).build())
                .orElseThrow();
        assertThat(done.verificationTask()).isNull();
        assertThat(store.findVersion(workspace, version.fileId(), version.id())).contains(done);
    }

    private FileRecordBuilder file(VersionDetails details) {
        FileRecordBuilder file = FileRecordBuilder.file(UUID.randomUUID().toString());
        return FileRecordBuilder.from(withDetails(file.build(), details));
    }

    private static FileRecord withDetails(FileRecord file, VersionDetails details) {
        CommittedVersion latest = Objects.requireNonNull(file.latest());
        return FileRecordBuilder.from(file)
                .latest(new CommittedVersion(
                        latest.id(), latest.blob(), details, latest.createdAt(), latest.createdBy()))
                .build();
    }

    private static VersionDetails details(FileRecord file) {
        return Objects.requireNonNull(file.latest()).details();
    }

    private <R> List<R> mine(Batch<R> batch, Function<R, Object> itsWorkspace) {
        return batch.items().stream()
                .filter(found -> itsWorkspace.apply(found).equals(workspace))
                .toList();
    }

    private static List<FileRecord> inLevel(List<LevelEntry> entries) {
        return entries.stream().map(entry -> ((LevelEntry.File) entry).file()).toList();
    }
}
