package dev.fileapi.metadata.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fileapi.files.CheckEffort;
import dev.fileapi.files.FileQuery;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.SweepStage;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import dev.fileapi.local.cosmos.Answered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each use case asks of Cosmos DB: the table in {@code docs/cosmos.md}, measured. */
class UseCaseChargesTest {

    private static final Set<String> READS = Set.of("read docs", "query docs");
    private static final Set<String> WRITES = Set.of("create docs", "replace docs", "delete docs");
    private static final Set<String> PLANS = Set.of("plan docs");

    private static final int MANY = 100_000;

    private static final Declaration TOLD = new Declaration(
            3L,
            Checksums.NONE.with(ChecksumAlgorithm.SHA_256, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
            "text/csv",
            Instant.parse("2026-01-01T00:00:00Z"),
            IntStream.range(0, 10)
                    .boxed()
                    .collect(Collectors.toMap(
                            at -> at == 0 ? "site" : "key " + at, at -> at == 0 ? "north" : "value " + at)),
            Map.of("note", "x".repeat(200)));
    private static final int VERSIONS_PER_FILE = 100;

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final User user = new User(UUID.randomUUID(), "Ada", "ada@example.com");
    private final Map<String, Cost> measured = new LinkedHashMap<>();

    /**
     * What one use case costs.
     *
     * @param reads point reads and pages of queries
     * @param plans calls for the plan of a query, which cost a round trip and no request units
     */
    private record Cost(int reads, int writes, int plans, double requestUnits) {

        static Cost of(List<Answered> calls) {
            return new Cost(
                    count(calls, READS),
                    count(calls, WRITES),
                    count(calls, PLANS),
                    calls.stream().mapToDouble(Answered::charge).sum());
        }

        private static int count(List<Answered> calls, Set<String> operations) {
            return (int) calls.stream()
                    .filter(answered -> operations.contains(answered.call().operation()))
                    .count();
        }

        int roundTrips() {
            return reads + writes + plans;
        }

        String row(String useCase) {
            return String.format(
                    Locale.ROOT, "| %s | %d | %d | %d | %.1f |", useCase, reads, writes, plans, requestUnits);
        }
    }

    @Test
    void areThoseInTheDocumentation() throws IOException {
        try (EmulatedStore cosmos = new EmulatedStore()) {
            measureOneFile(cosmos);
            measureList(cosmos);
            measureFolders(cosmos);
            measureSweep(cosmos);
        }
        measured.forEach((useCase, cost) -> System.out.println(cost.row(useCase)));

        checkTargets();
        Map<String, Cost> documented = documented();
        assertThat(documented.keySet()).containsExactlyElementsOf(measured.keySet());
        documented.forEach((useCase, cost) -> {
            assertThat(cost)
                    .as(useCase)
                    .usingRecursiveComparison()
                    .ignoringFields("requestUnits")
                    .isEqualTo(cost(useCase));
            // sizes of documents vary by some bytes
            assertThat(cost.requestUnits())
                    .as(useCase)
                    .isCloseTo(cost(useCase).requestUnits(), within(0.2 + cost.requestUnits() / 100));
        });
    }

    private void checkTargets() {
        assertThat(cost("Link for a new version of an existing file"))
                .returns(1, Cost::reads)
                .returns(1, Cost::writes)
                .returns(2, Cost::roundTrips);
        assertThat(cost("Commit of a new version").writes()).isEqualTo(2);
        assertThat(cost("GET").reads()).isBetween(1, 2);
        assertThat(cost("GET").roundTrips()).isBetween(1, 2);
        assertThat(cost("Sweep, nothing due among 100,000 versions"))
                .isEqualTo(cost("Sweep, nothing due among 1,000 versions"));
    }

    private Cost cost(String useCase) {
        return Objects.requireNonNull(measured.get(useCase), useCase);
    }

    private void measureOneFile(EmulatedStore cosmos) {
        FilePath warm = FilePath.parse("a/warm.csv");
        for (int at = 0; at < 2; at++) {
            // the client asks for plans and for the containers' properties once
            commit(cosmos, issue(cosmos, warm));
            cosmos.files.read().read(workspace, warm, FileQuery.of(null, true, false));
        }
        FilePath path = FilePath.parse("a/report.csv");
        UploadLink first = measure(cosmos, "Link for the first version of a new file", () -> issue(cosmos, path));
        measure(
                cosmos,
                "Fresh link for an upload in progress",
                () -> cosmos.files.relink().relink(workspace, path, first.versionId(), Declaration.NONE));
        cosmos.blobs.commit(blob(first));
        measure(cosmos, "Commit of the first version", () -> commit(cosmos, first));
        UploadLink second = measure(cosmos, "Link for a new version of an existing file", () -> issue(cosmos, path));
        measure(cosmos, "Commit of a new version", () -> commit(cosmos, second));
        FilePath told = FilePath.parse("a/told.csv");
        commit(cosmos, issue(cosmos, told));
        UploadLink all = measure(
                cosmos,
                "Link for a new version, with a checksum, ten tags and metadata",
                () -> issue(cosmos, told, TOLD));
        measure(cosmos, "Commit of a new version, with a checksum, ten tags and metadata", () -> commit(cosmos, all));
        measure(cosmos, "GET", () -> cosmos.files.read().read(workspace, path, FileQuery.of(null, false, false)));
        for (int at = 2; at < VERSIONS_PER_FILE; at++) {
            commit(cosmos, issue(cosmos, path));
        }
        measure(
                cosmos,
                "GET with 100 versions",
                () -> cosmos.files.read().read(workspace, path, FileQuery.of(null, true, false)));
        FileId id = first.fileId();
        measure(
                cosmos,
                "Make an old version the latest",
                () -> cosmos.files.promote().promote(workspace, id, second.versionId(), user, null, null));
        FilePath moved = FilePath.parse("a/moved.csv");
        measure(cosmos, "Move by path", () -> cosmos.files.move().move(workspace, path, moved, user, null));
        measure(cosmos, "Delete by id", () -> deleted(cosmos, id));
        measure(cosmos, "Restore", () -> cosmos.files.restore().restore(workspace, id, user));
        cosmos.files.list().refresh(workspace, CheckEffort.FULL);
        measure(
                cosmos,
                "Check before a list, nothing in flight",
                () -> cosmos.files.list().refresh(workspace, CheckEffort.FULL));
        List<UploadLink> inFlight = IntStream.range(0, 100)
                .mapToObj(at -> issue(cosmos, FilePath.parse("in flight/" + at)))
                .toList();
        measure(
                cosmos,
                "Check before a list, 100 in flight",
                () -> cosmos.files.list().refresh(workspace, CheckEffort.FULL));
        inFlight.forEach(upload -> cosmos.blobs.commit(blob(upload)));
        measure(
                cosmos,
                "Check before a list, 100 newly committed",
                () -> cosmos.files.list().refresh(workspace, CheckEffort.FULL));
    }

    private void measureList(EmulatedStore cosmos) {
        cosmos.loadFiles(
                IntStream.range(0, MANY).mapToObj(at -> file(at).in(workspace).build()));
        FileFilter all = FileFilter.all(false);
        warm(cosmos, workspace, all, List.of());
        measure(cosmos, "List, first 100 of 100,000", () -> cosmos.store.listFiles(workspace, all, List.of(), 0, 100));
        measure(
                cosmos,
                "List, 100 in the middle of 100,000, by offset",
                () -> cosmos.store.listFiles(workspace, all, List.of(), 50_000, 100));
        measure(
                cosmos,
                "List, last 100 of 100,000, by offset",
                () -> cosmos.store.listFiles(workspace, all, List.of(), 99_900, 100));
        String cursor = cosmos.store
                .listFilesFrom(workspace, all, List.of(), null, 5_000)
                .continuation();
        measure(
                cosmos,
                "List, 100 anywhere in 100,000, by cursor",
                () -> cosmos.store.listFilesFrom(workspace, all, List.of(), cursor, 100));
        measureFind(cosmos);
        measureListBy(cosmos, "name", new FileOrder(FileOrder.Field.NAME, FileOrder.Direction.ASCENDING));
        measureListBy(cosmos, "size", new FileOrder(FileOrder.Field.SIZE, FileOrder.Direction.DESCENDING));
    }

    /** A hundred of the 100,000 have the tag. */
    private void measureFind(EmulatedStore cosmos) {
        FileFilter tagged = FileFilterBuilder.live().tag("site", "north").build();
        FileFilter same = FileFilterBuilder.live()
                .checksum(
                        ChecksumAlgorithm.SHA_256,
                        Objects.requireNonNull(TOLD.checksums().get(ChecksumAlgorithm.SHA_256)))
                .build();
        warm(cosmos, workspace, tagged, List.of());
        measure(
                cosmos,
                "List by tag, the 100 of 100,000 that have it, by cursor",
                () -> cosmos.store.listFilesFrom(workspace, tagged, List.of(), null, 100));
        warm(cosmos, workspace, same, List.of());
        measure(
                cosmos,
                "List by checksum, the 100 of 100,000 that have it, by cursor",
                () -> cosmos.store.listFilesFrom(workspace, same, List.of(), null, 100));
    }

    private static FileRecordBuilder file(int number) {
        FileRecordBuilder file = FileRecordBuilder.file("b/%05d.csv".formatted(number));
        return number % 1_000 == 0 ? file.details(TOLD.details(Map.of())) : file;
    }

    private void measureListBy(EmulatedStore cosmos, String field, FileOrder criterion) {
        FileFilter all = FileFilter.all(false);
        List<FileOrder> order = List.of(criterion);
        warm(cosmos, workspace, all, order);
        measure(
                cosmos,
                "List by %s, first 100 of 100,000".formatted(field),
                () -> cosmos.store.listFiles(workspace, all, order, 0, 100));
        String cursor =
                cosmos.store.listFilesFrom(workspace, all, order, null, 5_000).continuation();
        measure(
                cosmos,
                "List by %s, 100 anywhere in 100,000, by cursor".formatted(field),
                () -> cosmos.store.listFilesFrom(workspace, all, order, cursor, 100));
    }

    /**
     * Lists once without a measurement. The emulator makes an index when it is first asked for, and for 100,000 documents a busy machine
     * may take longer than a call may: the call is made again, and counted twice.
     */
    private static void warm(EmulatedStore cosmos, Workspace workspace, FileFilter filter, List<FileOrder> order) {
        cosmos.store.listFilesFrom(workspace, filter, order, null, 1);
    }

    private void measureFolders(EmulatedStore cosmos) {
        Workspace many = new Workspace(UUID.randomUUID(), UUID.randomUUID());
        cosmos.loadFiles(IntStream.range(0, MANY)
                .mapToObj(at -> FileRecordBuilder.file("%05d/x.csv".formatted(at))
                        .in(many)
                        .build()));
        FileFilter level = FileFilter.all(false).atOneLevel();
        warm(cosmos, many, level, List.of());
        String cursor =
                cosmos.store.listLevelFrom(many, level, List.of(), null, 5_000).continuation();
        measure(
                cosmos,
                "List one level, 100 anywhere in 100,000 folders, by cursor",
                () -> cosmos.store.listLevelFrom(many, level, List.of(), cursor, 100));
        Workspace large = new Workspace(UUID.randomUUID(), UUID.randomUUID());
        cosmos.loadFiles(IntStream.range(0, MANY)
                .mapToObj(at -> FileRecordBuilder.file("%02d/%04d.csv".formatted(at % 100, at / 100))
                        .in(large)
                        .build()));
        warm(cosmos, large, level, List.of());
        measure(
                cosmos,
                "List one level, 100 folders of 1,000 files each, by cursor",
                () -> cosmos.store.listLevelFrom(large, level, List.of(), null, 100));
    }

    private void measureSweep(EmulatedStore cosmos) {
        // what was issued above is no longer pending
        cosmos.loadVersions(committedVersions(1_000 / VERSIONS_PER_FILE));
        sweep(cosmos);
        measure(cosmos, "Sweep, nothing due among 1,000 versions", () -> sweep(cosmos));
        cosmos.loadVersions(committedVersions(MANY / VERSIONS_PER_FILE));
        measure(cosmos, "Sweep, nothing due among 100,000 versions", () -> sweep(cosmos));
        dueVerifications(cosmos);
        measure(cosmos, "Verification, nothing due among 100,000 versions", () -> dueVerifications(cosmos));
        cosmos.loadVersions(IntStream.range(0, 1_000)
                .mapToObj(at -> VersionRecordBuilder.version(1)
                        .linkExpiresAt(cosmos.clock.instant())
                        .next(SweepStage.EARLY, cosmos.clock.instant().minusSeconds(at))
                        .build()));
        measure(cosmos, "Sweep, 1,000 due among 100,000 versions", () -> sweep(cosmos));
    }

    private static Stream<VersionRecord> committedVersions(int files) {
        return IntStream.range(0, files)
                .mapToObj(at -> FileRecordBuilder.file("a").build())
                .flatMap(file -> IntStream.range(0, VERSIONS_PER_FILE).mapToObj(version -> versionOf(file, version)));
    }

    private static VersionRecord versionOf(FileRecord file, int version) {
        return VersionRecordBuilder.version(1 + version)
                .of(file)
                .committedAt(file.createdAt())
                .build();
    }

    /** The versions committed above may be due now. */
    private static Object dueVerifications(EmulatedStore cosmos) {
        Instant before = cosmos.clock.instant().minus(Duration.ofDays(1));
        return cosmos.store.findDueVerifications(before, null, 100);
    }

    private Object sweep(EmulatedStore cosmos) {
        return cosmos.files.sweep().run(cosmos.clock.instant().plus(Duration.ofMinutes(10)));
    }

    private UploadLink issue(EmulatedStore cosmos, FilePath path) {
        return issue(cosmos, path, Declaration.NONE);
    }

    private UploadLink issue(EmulatedStore cosmos, FilePath path, Declaration declaration) {
        return cosmos.files.issue().issue(workspace, path, user, null, null, declaration);
    }

    private Object commit(EmulatedStore cosmos, UploadLink link) {
        cosmos.blobs.commit(blob(link));
        cosmos.files.commit().commit(blob(link));
        return link;
    }

    private Object deleted(EmulatedStore cosmos, FileId id) {
        cosmos.files.delete().delete(workspace, id, user);
        return id;
    }

    private BlobName blob(UploadLink link) {
        return new BlobName(workspace, link.fileId(), link.versionId());
    }

    private <T> T measure(EmulatedStore cosmos, String useCase, Supplier<T> work) {
        List<T> result = new ArrayList<>();
        List<Answered> calls = cosmos.callsOf(() -> result.add(work.get()));
        Cost cost = Cost.of(calls);
        assertThat(calls).as("nothing else is asked").hasSize(cost.roundTrips());
        measured.put(useCase, cost);
        return result.get(0);
    }

    private static Map<String, Cost> documented() throws IOException {
        Map<String, Cost> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/cosmos.md"))) {
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() == 7 && cells.get(2).matches("\\d+")) {
                rows.put(
                        cells.get(1),
                        new Cost(
                                Integer.parseInt(cells.get(2)),
                                Integer.parseInt(cells.get(3)),
                                Integer.parseInt(cells.get(4)),
                                Double.parseDouble(cells.get(5))));
            }
        }
        return rows;
    }
}
