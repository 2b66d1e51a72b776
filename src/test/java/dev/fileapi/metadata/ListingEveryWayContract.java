package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.LevelPage;
import dev.fileapi.files.store.MetadataStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Thousands of files, listed with filters and orders at random, against the plainest of lists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListingEveryWayContract extends StoreTestBase {

    private static final int FILES = 2000;
    private static final int ROUNDS = 150;

    private final long seed = System.nanoTime();
    private final List<FileRecord> files = new ArrayList<>();

    ListingEveryWayContract(MetadataStore store) {
        super(store);
    }

    @BeforeAll
    void createFiles() {
        RandomFiles random = new RandomFiles(seed);
        for (int i = 0; i < FILES; i++) {
            files.add(created(random.next(i)));
        }
    }

    @Test
    void pagesByOffset() {
        RandomFiles random = new RandomFiles(seed);
        for (int round = 0; round < ROUNDS; round++) {
            FileFilter filter = random.filter();
            List<FileOrder> order = random.order();
            List<FileRecord> expected = new ListedInMemory(filter, order).of(files);
            int offset = random.number(expected.size() + 2);
            int limit = 1 + random.number(200);

            FilePage page = store.listFiles(workspace, filter, order, offset, limit);

            assertThat(page.total()).as(what(filter, order)).isEqualTo(expected.size());
            assertThat(page.files())
                    .as(what(filter, order))
                    .containsExactlyElementsOf(
                            expected.stream().skip(offset).limit(limit).toList());
        }
    }

    @Test
    void pagesByCursor() {
        RandomFiles random = new RandomFiles(seed);
        for (int round = 0; round < ROUNDS; round++) {
            FileFilter filter = random.filter();
            List<FileOrder> order = random.order();
            int limit = 50 + random.number(300);

            List<FileRecord> listed = new ArrayList<>();
            String cursor = null;
            do {
                Batch<FileRecord> batch = store.listFilesFrom(workspace, filter, order, cursor, limit);
                assertThat(batch.items()).hasSizeLessThanOrEqualTo(limit);
                listed.addAll(batch.items());
                cursor = batch.continuation();
            } while (cursor != null);

            assertThat(listed)
                    .as(what(filter, order))
                    .containsExactlyElementsOf(new ListedInMemory(filter, order).of(files));
        }
    }

    @Test
    void levelsByOffset() {
        RandomFiles random = new RandomFiles(seed);
        for (int round = 0; round < ROUNDS; round++) {
            FileFilter filter = random.filter();
            List<FileOrder> order = random.order();
            List<LevelEntry> expected = new ListedInMemory(filter, order).level(files);
            int offset = random.number(expected.size() + 2);
            int limit = 1 + random.number(200);

            LevelPage page = store.listLevel(workspace, filter, order, offset, limit);

            assertThat(page.total()).as(what(filter, order)).isEqualTo(expected.size());
            assertThat(page.entries())
                    .as(what(filter, order))
                    .containsExactlyElementsOf(
                            expected.stream().skip(offset).limit(limit).toList());
        }
    }

    @Test
    void levelsByCursor() {
        RandomFiles random = new RandomFiles(seed);
        for (int round = 0; round < ROUNDS; round++) {
            FileFilter filter = random.filter();
            List<FileOrder> order = random.order();
            int limit = 1 + random.number(20);

            List<LevelEntry> listed = new ArrayList<>();
            String cursor = null;
            do {
                Batch<LevelEntry> batch = store.listLevelFrom(workspace, filter, order, cursor, limit);
                assertThat(batch.items()).hasSizeLessThanOrEqualTo(limit);
                listed.addAll(batch.items());
                cursor = batch.continuation();
            } while (cursor != null);

            assertThat(listed)
                    .as(what(filter, order))
                    .containsExactlyElementsOf(new ListedInMemory(filter, order).level(files));
        }
    }

    private String what(FileFilter filter, List<FileOrder> order) {
        return "seed " + seed + ": " + filter + " " + order;
    }
}
