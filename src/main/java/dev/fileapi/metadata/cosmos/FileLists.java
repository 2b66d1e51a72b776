package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FilePage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists the files and folders of a workspace, which is one logical partition. */
@CosmosStore
@Singleton
final class FileLists {

    /** How many paths to look at together in search of folders. */
    private static final int PATHS_AT_ONCE = 500;

    private final Queries queries;

    FileLists(Containers containers) {
        this.queries = new Queries(containers::files);
    }

    FilePage page(Listing listing, long offset, int limit) {
        if (offset == 0) {
            List<FileRecord> files = records(take(listing, null, 0, limit));
            return new FilePage(files, files.size() < limit ? files.size() : total(listing));
        }
        long total = total(listing);
        return new FilePage(offset < total ? records(skipAndTake(listing, offset, limit, total)) : List.of(), total);
    }

    Batch<FileRecord> from(Listing listing, @Nullable String cursor, int limit) {
        FileCursor place = cursor == null ? null : FileCursor.parse(cursor, listing);
        Batch<FileDocument> files = Batch.of(
                takeBehind(listing, place, limit + 1),
                limit,
                last -> FileCursor.at(last, listing).text(listing));
        return new Batch<>(records(files.items()), files.continuation());
    }

    /**
     * Looks at some paths, notes their folders, and continues after the last of these: so a folder costs no more than some paths,
     * however many files it holds.
     */
    List<String> folders(Workspace workspace, FileFilter filter) {
        Listing listing = new Listing(workspace, filter, List.of());
        Set<String> folders = new LinkedHashSet<>();
        String last = null;
        List<String> paths;
        do {
            paths = pathsBelowFolders(listing, last);
            for (String path : paths) {
                last = path.substring(0, path.indexOf('/', filter.prefix().length()) + 1);
                folders.add(last);
            }
        } while (paths.size() == PATHS_AT_ONCE);
        return List.copyOf(folders);
    }

    /** @param folder only paths after those in this folder; null for all */
    private List<String> pathsBelowFolders(Listing listing, @Nullable String folder) {
        Query query = listing.select("VALUE c.path")
                .append("AND c.depth > ?", FileDocument.depth(listing.filter().prefix()));
        if (folder != null) {
            // '0' follows '/'
            query.append("AND c.path >= ?", folder.substring(0, folder.length() - 1) + "0");
        }
        query.append(listing.indexOrder(false)).append("OFFSET 0 LIMIT ?", PATHS_AT_ONCE);
        return queries.all(query, listing.partition(), String.class);
    }

    /**
     * The client itself does the skipping that OFFSET asks for, one page after the other. So the place is looked for by its keys
     * alone, from the nearer end, and only the page is loaded as a whole.
     */
    private List<FileDocument> skipAndTake(Listing listing, long offset, int limit, long total) {
        boolean backwards = offset > total / 2;
        Query query = listing.select(listing.place())
                .append(listing.indexOrder(backwards))
                .append("OFFSET ? LIMIT 1", backwards ? total - 1 - offset : offset);
        Optional<FileCursor> start = queries.first(query, listing.partition(), FileCursor.class);
        return start.isEmpty() ? List.of() : takeFrom(listing, start.get(), offset, limit);
    }

    private List<FileDocument> takeFrom(Listing listing, FileCursor place, long offset, int limit) {
        if (!listing.hasTies()) {
            return take(listing, place, 0, limit);
        }
        Query before = listing.addBefore(
                listing.select("VALUE COUNT(1)"), place.times().get(0));
        return take(listing, place, offset - count(listing, before), limit);
    }

    /** @param place where to begin; null at the start */
    private List<FileDocument> take(Listing listing, @Nullable FileCursor place, long skip, int limit) {
        Query query = listing.select("*");
        if (!listing.hasTies()) {
            if (place != null) {
                listing.addBehind(query, place, true);
            }
            return limited(listing, query, limit);
        }
        return inOrder(listing, query, place, limit, files -> {
            for (long skipped = 0; skipped < skip && files.hasNext(); skipped++) {
                files.next();
            }
            return next(files, limit);
        });
    }

    private List<FileDocument> takeBehind(Listing listing, @Nullable FileCursor place, int limit) {
        if (place == null) {
            return take(listing, null, 0, limit);
        }
        Query query = listing.select("*");
        if (!listing.hasTies()) {
            return limited(listing, listing.addBehind(query, place, false), limit);
        }
        return inOrder(listing, query, place, limit, files -> {
            List<FileDocument> taken = new ArrayList<>();
            while (files.hasNext() && taken.size() < limit) {
                FileDocument file = files.next();
                if (listing.compare(FileCursor.at(file, listing), place) > 0) {
                    taken.add(file);
                }
            }
            return taken;
        });
    }

    private List<FileDocument> limited(Listing listing, Query query, int limit) {
        query.append(listing.indexOrder(false)).append("OFFSET 0 LIMIT ?", limit);
        return queries.all(query, listing.partition(), FileDocument.class);
    }

    private List<FileDocument> inOrder(
            Listing listing,
            Query query,
            @Nullable FileCursor place,
            int limit,
            Function<Iterator<FileDocument>, List<FileDocument>> taking) {
        if (place != null) {
            listing.addFrom(query, place.times().get(0));
        }
        query.append(listing.indexOrder(false));
        return queries.reading(
                query,
                listing.partition(),
                FileDocument.class,
                limit,
                files -> taking.apply(new TiesInOrder(listing, files)));
    }

    private static List<FileDocument> next(Iterator<FileDocument> files, int limit) {
        List<FileDocument> taken = new ArrayList<>();
        while (files.hasNext() && taken.size() < limit) {
            taken.add(files.next());
        }
        return taken;
    }

    private long total(Listing listing) {
        return count(listing, listing.select("VALUE COUNT(1)"));
    }

    private long count(Listing listing, Query query) {
        return queries.first(query, listing.partition(), Long.class).orElse(0L);
    }

    private static List<FileRecord> records(List<FileDocument> files) {
        return files.stream().map(FileDocument::file).toList();
    }
}
