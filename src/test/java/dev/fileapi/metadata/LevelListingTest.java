package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a page of a level reads, however large the level is. */
class LevelListingTest {

    private static final int LIMIT = 100;

    @Test
    void aPageOfManySmallFoldersReadsAsManyPaths() {
        Paths paths = new Paths();
        IntStream.range(0, 20_000).forEach(folder -> paths.add("%05d/x".formatted(folder)));

        Batch<LevelEntry> first = listing(paths).from(null, LIMIT);
        Batch<LevelEntry> second = listing(paths).from(first.continuation(), LIMIT);

        assertThat(first.items()).hasSize(LIMIT);
        assertThat(second.items()).hasSize(LIMIT).startsWith(new LevelEntry.Folder("00100/"));
        assertThat(paths.reads).isEqualTo(4);
        assertThat(paths.read).isLessThanOrEqualTo(4 * (LIMIT + 1));
    }

    @Test
    void aPageOfLargeFoldersSkipsTheirFiles() {
        Paths paths = new Paths();
        IntStream.range(0, 200)
                .forEach(folder ->
                        IntStream.range(0, 500).forEach(file -> paths.add("%03d/%03d".formatted(folder, file))));

        Batch<LevelEntry> page = listing(paths).from(null, 50);

        assertThat(page.items()).hasSize(50);
        assertThat(paths.read).isLessThan(1_000);
    }

    @Test
    void aPageEndsEarlyWhereEachFolderTakesARead() {
        Paths paths = new Paths();
        IntStream.range(0, 250)
                .forEach(folder ->
                        IntStream.range(0, 500).forEach(file -> paths.add("%03d/%03d".formatted(folder, file))));
        IntStream.range(0, 250).forEach(file -> paths.add("%03d!".formatted(file)));

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            paths.reads = 0;
            Batch<LevelEntry> page = listing(paths).from(cursor, 1_000);
            assertThat(paths.reads).isLessThanOrEqualTo(101);
            page.items().forEach(entry -> listed.add(entry.path()));
            cursor = page.continuation();
        } while (cursor != null);

        assertThat(listed)
                .containsExactlyElementsOf(IntStream.range(0, 250)
                        .boxed()
                        .flatMap(each -> List.of("%03d!".formatted(each), "%03d/".formatted(each)).stream())
                        .toList());
    }

    @Test
    void foldersAreNotLookedForBeyondThePage() {
        Paths paths = new Paths();
        IntStream.range(0, 20_000).forEach(file -> paths.add("%05d".formatted(file)));
        paths.add("z/x");

        Batch<LevelEntry> page = listing(paths).from(null, LIMIT);

        assertThat(page.items()).hasSize(LIMIT);
        assertThat(paths.lastEnd).isEqualTo("00100");
    }

    private static LevelListing listing(Paths paths) {
        return new LevelListing("all", "", List.of(), paths);
    }

    /** Paths in memory, of one level of folders at most, and a count of what is read of them. */
    private static final class Paths implements LevelReads {

        private final NavigableSet<String> files = new TreeSet<>();
        private final NavigableSet<String> below = new TreeSet<>();
        private int reads;
        private int read;
        private @Nullable String lastEnd;

        void add(String path) {
            (path.contains("/") ? below : files).add(path);
        }

        @Override
        public FilePage files(long offset, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PlacedFile> filesAfter(@Nullable ListCursor place, int limit) {
            return counted(files.tailSet(place == null ? "" : place.path(), false), limit).stream()
                    .map(path -> FileRecordBuilder.file(path).build())
                    .map(file -> new PlacedFile(file, ListCursor.at(file, List.of())))
                    .toList();
        }

        @Override
        public List<String> pathsBelowFolders(@Nullable String from, @Nullable String end, int limit) {
            lastEnd = end;
            NavigableSet<String> range = below.tailSet(from == null ? "" : from, true);
            return counted(end == null ? range : range.headSet(end, false), limit);
        }

        @Override
        public long filesBefore(String path) {
            return files.headSet(path).size();
        }

        private List<String> counted(NavigableSet<String> range, int limit) {
            List<String> found = range.stream().limit(limit).toList();
            reads++;
            read += found.size();
            return found;
        }
    }
}
