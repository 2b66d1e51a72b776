package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.MetadataStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
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
    void folders() {
        RandomFiles random = new RandomFiles(seed);
        for (int round = 0; round < ROUNDS; round++) {
            FileFilter filter = random.filter();
            int begin = filter.prefix().length();
            if (filter.onlyDirectChildren() || (begin > 0 && !filter.prefix().endsWith("/"))) {
                continue;
            }
            TreeSet<String> expected = new TreeSet<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
            for (FileRecord file : new ListedInMemory(filter, List.of()).of(files)) {
                String path = file.path().value();
                if (path.indexOf('/', begin) > 0) {
                    expected.add(path.substring(0, path.indexOf('/', begin) + 1));
                }
            }

            assertThat(store.listFolders(workspace, filter))
                    .as(what(filter, List.of()))
                    .containsExactlyElementsOf(expected);
        }
    }

    private String what(FileFilter filter, List<FileOrder> order) {
        return "seed " + seed + ": " + filter + " " + order;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
