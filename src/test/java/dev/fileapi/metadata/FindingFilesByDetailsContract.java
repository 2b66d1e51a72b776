package dev.fileapi.metadata;

import static dev.fileapi.files.testing.FileFilterBuilder.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files are found by the tags and checksums of their latest versions. */
abstract class FindingFilesByDetailsContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    private static final String EMPTY = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final String OTHER = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String EMPTY_MD5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
    private static final String CRC = "//////////8=";

    FindingFilesByDetailsContract(MetadataStore store) {
        super(store);
    }

    @Test
    void aTagFindsTheFilesThatHaveItWithThatValue() {
        created(tagged("a", "site", "north"));
        created(tagged("b", "site", "north", "job", "7"));
        created(tagged("c", "site", "south"));
        created(tagged("d", "north", "site"));
        created(FileRecordBuilder.file("e"));

        assertThat(paths(live().tag("site", "north"))).containsExactly("a", "b");
        assertThat(paths(live().tag("site", "north").tag("job", "7"))).containsExactly("b");
        assertThat(paths(live().tag("site", "south").tag("job", "7"))).isEmpty();
        assertThat(paths(live().tag("site", "nort"))).isEmpty();
        assertThat(paths(live().tag("SITE", "north"))).isEmpty();
    }

    @Test
    void aTagIsTextLikeAnyOther() {
        List<Map.Entry<String, String>> tags = List.of(
                Map.entry("empty", ""),
                Map.entry("a", "b:c"),
                Map.entry("a\"", "b"),
                Map.entry("quoted \"a\"", "\"b\",\"c\":\"d\""),
                Map.entry("back\\slash", "\\\""),
                Map.entry("'; --", "%_*?"),
                Map.entry("{}", "[], null"),
                Map.entry("\u6f22\u5b57", "\ud83d\ude00\uffff"),
                Map.entry("e\u0301", "\u00e9"));
        for (int i = 0; i < tags.size(); i++) {
            created(tagged("f" + i, tags.get(i).getKey(), tags.get(i).getValue()));
        }

        for (int i = 0; i < tags.size(); i++) {
            assertThat(paths(live().tag(tags.get(i).getKey(), tags.get(i).getValue())))
                    .containsExactly("f" + i);
        }
        assertThat(paths(live().tag("a", "b"))).isEmpty();
        assertThat(paths(live().tag("c", "d"))).isEmpty();
        assertThat(paths(live().tag("\u00e9", "\u00e9"))).isEmpty();
    }

    @Test
    void allOfFiftyTagsFindAFile() {
        Map<String, String> fifty = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            fifty.put("\u6f22".repeat(20) + i, "\u5b57".repeat(20) + i);
        }
        created(FileRecordBuilder.file("a").details(details(Checksums.NONE, fifty)));

        fifty.forEach((key, value) -> assertThat(paths(live().tag(key, value))).containsExactly("a"));
    }

    @Test
    void aChecksumFindsTheFilesWithTheseBytes() {
        created(FileRecordBuilder.file("a").details(details(sha256(EMPTY), Map.of())));
        created(FileRecordBuilder.file("b")
                .details(details(sha256(EMPTY).with(ChecksumAlgorithm.MD5, EMPTY_MD5), Map.of())));
        created(FileRecordBuilder.file("c").details(details(sha256(OTHER), Map.of())));
        created(FileRecordBuilder.file("d")
                .details(details(Checksums.NONE.with(ChecksumAlgorithm.CRC64NVME, CRC), Map.of())));
        created(FileRecordBuilder.file("e"));

        assertThat(paths(live().checksum(ChecksumAlgorithm.SHA_256, EMPTY))).containsExactly("a", "b");
        assertThat(paths(live().checksum(ChecksumAlgorithm.MD5, EMPTY_MD5))).containsExactly("b");
        assertThat(paths(live().checksum(ChecksumAlgorithm.CRC64NVME, CRC))).containsExactly("d");
        assertThat(paths(live().checksum(ChecksumAlgorithm.SHA_256, OTHER).checksum(ChecksumAlgorithm.MD5, EMPTY_MD5)))
                .isEmpty();
        assertThat(paths(live().checksum(ChecksumAlgorithm.SHA_256, "47deQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")))
                .isEmpty();
    }

    @Test
    void onlyTheLatestVersionCounts() {
        VersionDetails first = details(sha256(EMPTY), Map.of("site", "north"));
        VersionDetails second = details(sha256(OTHER), Map.of("site", "south"));
        FileRecord file = created(FileRecordBuilder.file("a").details(first));

        file = written(store.replaceFile(
                FileRecordBuilder.from(file).modifiedAt(NOW).details(second).build()));
        assertThat(paths(live().tag("site", "north"))).isEmpty();
        assertThat(paths(live().checksum(ChecksumAlgorithm.SHA_256, EMPTY))).isEmpty();
        assertThat(paths(live().tag("site", "south").checksum(ChecksumAlgorithm.SHA_256, OTHER)))
                .containsExactly("a");

        written(store.replaceFile(
                FileRecordBuilder.from(file).details(VersionDetails.NONE).build()));
        assertThat(paths(live().tag("site", "south"))).isEmpty();
        assertThat(paths(live().checksum(ChecksumAlgorithm.SHA_256, OTHER))).isEmpty();
    }

    @Test
    void deletedFilesAreFoundAmongTheDeletedOnes() {
        FileRecord file = created(tagged("a", "site", "north"));
        created(tagged("b", "site", "north"));
        FileRecord deleted = written(
                store.replaceFile(FileRecordBuilder.from(file).deletedAt(NOW).build()));

        assertThat(paths(live().tag("site", "north"))).containsExactly("b");
        assertThat(paths(FileFilterBuilder.deleted().tag("site", "north"))).containsExactly("a");

        written(store.replaceFile(FileRecordBuilder.from(deleted).restored().build()));
        assertThat(paths(live().tag("site", "north"))).containsExactly("a", "b");
    }

    @Test
    void anotherWorkspacesFilesAreNotFound() {
        created(tagged("a", "site", "north"));
        Workspace sibling = new Workspace(workspace.organisationId(), UUID.randomUUID());
        Workspace namesake = new Workspace(UUID.randomUUID(), workspace.workspaceId());
        FileFilter filter = live().tag("site", "north").build();

        for (Workspace other : List.of(sibling, namesake)) {
            assertThat(store.listFiles(other, filter, List.of(), 0, 9).files()).isEmpty();
            assertThat(store.listFilesFrom(other, filter, List.of(), null, 9).items())
                    .isEmpty();
        }
    }

    @Test
    void hundredsAreFoundPageByPageInAnyOrder() {
        for (int i = 0; i < 300; i++) {
            created(FileRecordBuilder.file("%03d".formatted(i))
                    .size(i % 7)
                    .details(details(sha256(i % 3 == 0 ? EMPTY : OTHER), Map.of("even", "" + (i % 2 == 0)))));
        }
        FileFilter filter = live().tag("even", "true")
                .checksum(ChecksumAlgorithm.SHA_256, EMPTY)
                .build();

        for (List<FileOrder> order : List.of(
                List.<FileOrder>of(),
                List.of(new FileOrder(FileOrder.Field.SIZE, FileOrder.Direction.DESCENDING)),
                List.of(new FileOrder(FileOrder.Field.NAME, FileOrder.Direction.ASCENDING)))) {
            List<FileRecord> found = new ArrayList<>();
            String cursor = null;
            do {
                Batch<FileRecord> batch = store.listFilesFrom(workspace, filter, order, cursor, 7);
                found.addAll(batch.items());
                cursor = batch.continuation();
            } while (cursor != null);

            assertThat(found).hasSize(50).doesNotHaveDuplicates();
            assertThat(store.listFiles(workspace, filter, order, 10, 7))
                    .isEqualTo(new FilePage(found.subList(10, 17), 50));
        }
    }

    @Test
    void onlyFoldersWithSuchFilesAreFoundInALevel() {
        created(tagged("north/a", "site", "north"));
        created(tagged("south/a", "site", "south"));
        created(tagged("top", "site", "north"));
        FileFilter filter = live().tag("site", "north").onlyDirectChildren().build();

        assertThat(store.listLevel(workspace, filter, List.of(), 0, 9).entries())
                .extracting(LevelEntry::path)
                .containsExactly("north/", "top");
        assertThat(store.listLevelFrom(workspace, filter, List.of(), null, 9).items())
                .extracting(LevelEntry::path)
                .containsExactly("north/", "top");
    }

    private static FileRecordBuilder tagged(String path, String... pairs) {
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tags.put(pairs[i], pairs[i + 1]);
        }
        return FileRecordBuilder.file(path).details(details(Checksums.NONE, tags));
    }

    private static VersionDetails details(Checksums checksums, Map<String, String> tags) {
        return new VersionDetails(Verification.UNVERIFIED, checksums, null, null, tags, Map.of());
    }

    private static Checksums sha256(String value) {
        return Checksums.NONE.with(ChecksumAlgorithm.SHA_256, value);
    }

    private List<String> paths(FileFilterBuilder filter) {
        FilePage page = store.listFiles(workspace, filter.build(), List.of(), 0, 100);
        assertThat(page.total()).isEqualTo(page.files().size());
        return page.files().stream().map(file -> file.path().value()).toList();
    }
}
