package dev.fileapi.metadata;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.LevelPage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the folders and files of one level: together by path, or, when files have another order, folders by path before files. */
public final class LevelListing {

    /** How often a page looks for folders: where folders are so large that each takes a read of its own, pages are shorter. */
    private static final int MAX_READS = 100;

    private static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(path -> path.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final String name;
    private final List<FileOrder> order;
    private final LevelReads reads;
    private final FolderScan scan;

    /**
     * @param name distinguishes the listing from others, in cursors
     * @param order of the files
     */
    public LevelListing(String name, String prefix, List<FileOrder> order, LevelReads reads) {
        this.name = name;
        this.order = order;
        this.reads = reads;
        this.scan = new FolderScan(prefix, reads);
    }

    /** Returns a page at an offset. All folders are read, to be counted. */
    public LevelPage page(long offset, int limit) {
        List<String> folders = scan.all();
        int skipped = order.isEmpty() ? foldersBefore(folders, offset) : (int) Math.min(offset, folders.size());
        FilePage files = reads.files(offset - skipped, limit);
        Stream<LevelEntry> entries = entries(
                folders.subList(skipped, (int) Math.min(skipped + (long) limit, folders.size())), files.files());
        return new LevelPage(entries.limit(limit).toList(), folders.size() + files.total());
    }

    /**
     * Returns a page after a place, which costs a page wherever that is.
     *
     * @param cursor null for the first
     * @throws InvalidCursorException when the cursor is not one that this listing gave out
     */
    public Batch<LevelEntry> from(@Nullable String cursor, int limit) {
        ListCursor place = cursor == null ? null : ListCursor.parse(cursor, name, order);
        return order.isEmpty() ? byPath(place, limit) : foldersFirst(place, limit);
    }

    private Batch<LevelEntry> byPath(@Nullable ListCursor place, int limit) {
        List<PlacedFile> files = reads.filesAfter(place, limit + 1);
        // Not beyond the page: looking for folders among files reads the files' keys.
        String end = files.size() > limit ? files.get(limit).place().path() : null;
        return batch(scan.after(place == null ? null : place.path(), end, limit + 1, MAX_READS), files, limit);
    }

    private Batch<LevelEntry> foldersFirst(@Nullable ListCursor place, int limit) {
        if (place != null && !place.isFolder()) {
            return batch(FolderScan.Folders.NONE, reads.filesAfter(place, limit + 1), limit);
        }
        FolderScan.Folders folders = scan.after(place == null ? null : place.path(), null, limit + 1, MAX_READS);
        int left = limit + 1 - folders.paths().size();
        List<PlacedFile> files = folders.complete() && left > 0 ? reads.filesAfter(null, left) : List.of();
        return batch(folders, files, limit);
    }

    private Batch<LevelEntry> batch(FolderScan.Folders folders, List<PlacedFile> files, int limit) {
        List<LevelEntry> entries = entries(
                        folders.paths(), files.stream().map(PlacedFile::file).toList())
                .toList();
        if (!folders.complete()) {
            // Beyond the last folder there may be others before the next file.
            LevelEntry last =
                    new LevelEntry.Folder(folders.paths().get(folders.paths().size() - 1));
            entries = entries.subList(0, entries.indexOf(last) + 1);
            if (entries.size() <= limit) {
                return new Batch<>(entries, cursor(last, files));
            }
        }
        return Batch.of(entries, limit, last -> cursor(last, files));
    }

    /** Returns how many folders are among the first entries by path: the first that has as many entries before it, or all. */
    private int foldersBefore(List<String> folders, long entries) {
        int low = 0;
        int high = (int) Math.min(entries, folders.size());
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (middle + reads.filesBefore(folders.get(middle)) >= entries) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Stream<LevelEntry> entries(List<String> folders, List<FileRecord> files) {
        Stream<LevelEntry> entries = Stream.concat(
                folders.stream().map(LevelEntry.Folder::new), files.stream().map(LevelEntry.File::new));
        // Stable, so deleted files of one path stay in their order.
        return order.isEmpty() ? entries.sorted(Comparator.comparing(LevelEntry::path, BY_CODE_POINT)) : entries;
    }

    private String cursor(LevelEntry last, List<PlacedFile> files) {
        ListCursor place = last instanceof LevelEntry.File file
                ? files.stream()
                        .filter(each -> each.file().equals(file.file()))
                        .findFirst()
                        .orElseThrow()
                        .place()
                : ListCursor.at(last.path(), order);
        return place.text(name);
    }
}
