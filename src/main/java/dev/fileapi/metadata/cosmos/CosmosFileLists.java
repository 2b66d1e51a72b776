package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.metadata.OrderValue;
import dev.fileapi.metadata.PlacedFile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists the files of a workspace, which is one logical partition. */
@CosmosStore
@Singleton
final class CosmosFileLists {

    private final CosmosQueries queries;

    CosmosFileLists(Containers containers) {
        this.queries = new CosmosQueries(containers::files);
    }

    FilePage page(CosmosListing listing, long offset, int limit) {
        if (offset == 0) {
            List<FileRecord> files = records(take(listing, null, 0, limit));
            return new FilePage(files, files.size() < limit ? files.size() : total(listing));
        }
        long total = total(listing);
        return new FilePage(offset < total ? records(skipAndTake(listing, offset, limit, total)) : List.of(), total);
    }

    Batch<FileRecord> from(CosmosListing listing, @Nullable String cursor, int limit) {
        CosmosFileCursor place = cursor == null ? null : CosmosFileCursor.parse(cursor, listing);
        Batch<FileDocument> files = Batch.of(
                takeAfter(listing, place, limit + 1),
                limit,
                last -> CosmosFileCursor.at(last, listing).text(listing));
        return new Batch<>(records(files.items()), files.continuation());
    }

    /** Returns the files after a place, null for the first. */
    List<PlacedFile> after(CosmosListing listing, @Nullable CosmosFileCursor place, int limit) {
        return takeAfter(listing, place, limit).stream()
                .map(file -> new PlacedFile(
                        file.file(), CosmosFileCursor.at(file, listing).place()))
                .toList();
    }

    List<String> paths(CosmosListing listing, CosmosQuery query) {
        return queries.all(query, listing.partition(), String.class);
    }

    /**
     * The client itself does the skipping that OFFSET asks for, one page after the other. So the place is looked for by its keys
     * alone, from the nearer end, and only the page is loaded as a whole.
     */
    private List<FileDocument> skipAndTake(CosmosListing listing, long offset, int limit, long total) {
        boolean backwards = offset > total / 2;
        CosmosQuery query = listing.select(listing.place())
                .append(listing.indexOrder(backwards))
                .append("OFFSET ? LIMIT 1", backwards ? total - 1 - offset : offset);
        Optional<CosmosFileCursor> start = queries.first(query, listing.partition(), CosmosFileCursor.class);
        return start.isEmpty() ? List.of() : takeFrom(listing, start.get(), offset, limit);
    }

    private List<FileDocument> takeFrom(CosmosListing listing, CosmosFileCursor place, long offset, int limit) {
        if (!listing.hasTies()) {
            return take(listing, place, 0, limit);
        }
        OrderValue first = place.values().get(0);
        long before = count(listing, listing.addBefore(listing.select("VALUE COUNT(1)"), first));
        if (!listing.hasLargeTies()) {
            return take(listing, place, offset - before, limit);
        }
        CosmosListing sharing = listing.sharing(first);
        List<FileDocument> files = new ArrayList<>(skipAndTake(sharing, offset - before, limit, total(sharing)));
        files.addAll(takeBeyond(listing, first, limit - files.size()));
        return files;
    }

    /** @param place where to begin; null at the start */
    private List<FileDocument> take(CosmosListing listing, @Nullable CosmosFileCursor place, long skip, int limit) {
        if (listing.hasLargeTies() && place == null && skip == 0) {
            return takeBeyond(listing, null, limit);
        }
        CosmosQuery query = listing.select("*");
        if (!listing.hasTies()) {
            if (place != null) {
                listing.addAfter(query, place, true);
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

    private List<FileDocument> takeAfter(CosmosListing listing, @Nullable CosmosFileCursor place, int limit) {
        if (place == null) {
            return take(listing, null, 0, limit);
        }
        if (listing.hasLargeTies()) {
            OrderValue first = place.values().get(0);
            List<FileDocument> files = new ArrayList<>(takeAfter(listing.sharing(first), place.withoutFirst(), limit));
            files.addAll(takeBeyond(listing, first, limit - files.size()));
            return files;
        }
        CosmosQuery query = listing.select("*");
        if (!listing.hasTies()) {
            return limited(listing, listing.addAfter(query, place, false), limit);
        }
        return inOrder(listing, query, place, limit, files -> {
            List<FileDocument> taken = new ArrayList<>();
            while (files.hasNext() && taken.size() < limit) {
                FileDocument file = files.next();
                if (listing.compare(CosmosFileCursor.at(file, listing), place) > 0) {
                    taken.add(file);
                }
            }
            return taken;
        });
    }

    /**
     * Returns files whose first criterion comes after a value. Of those that share the last value there may be more than the page takes,
     * of which the index does not tell which come first: they are asked for again, in the order of the other criteria.
     *
     * @param value null for all files
     */
    private List<FileDocument> takeBeyond(CosmosListing listing, @Nullable OrderValue value, int limit) {
        if (limit == 0) {
            return List.of();
        }
        CosmosQuery query = listing.select("*");
        if (value != null) {
            listing.addBeyond(query, value);
        }
        List<FileDocument> found = limited(listing, query, limit);
        boolean all = found.size() < limit;
        FileDocument last = all ? null : found.get(limit - 1);
        List<FileDocument> files = new ArrayList<>(found.stream()
                .filter(file -> last == null || !listing.isTie(file, last))
                .sorted(Comparator.comparing(file -> CosmosFileCursor.at(file, listing), listing::compare))
                .toList());
        if (last != null) {
            OrderValue lastValue = CosmosFileCursor.at(last, listing).values().get(0);
            files.addAll(take(listing.sharing(lastValue), null, 0, limit - files.size()));
        }
        return files;
    }

    private List<FileDocument> limited(CosmosListing listing, CosmosQuery query, int limit) {
        query.append(listing.indexOrder(false)).append("OFFSET 0 LIMIT ?", limit);
        return queries.all(query, listing.partition(), FileDocument.class);
    }

    private List<FileDocument> inOrder(
            CosmosListing listing,
            CosmosQuery query,
            @Nullable CosmosFileCursor place,
            int limit,
            Function<Iterator<FileDocument>, List<FileDocument>> taking) {
        if (place != null) {
            listing.addFrom(query, place.values().get(0));
        }
        query.append(listing.indexOrder(false));
        return queries.reading(
                query,
                listing.partition(),
                FileDocument.class,
                limit,
                files -> taking.apply(new TieSortingIterator(listing, files)));
    }

    private static List<FileDocument> next(Iterator<FileDocument> files, int limit) {
        List<FileDocument> taken = new ArrayList<>();
        while (files.hasNext() && taken.size() < limit) {
            taken.add(files.next());
        }
        return taken;
    }

    private long total(CosmosListing listing) {
        return count(listing, listing.select("VALUE COUNT(1)"));
    }

    long count(CosmosListing listing, CosmosQuery query) {
        return queries.first(query, listing.partition(), Long.class).orElse(0L);
    }

    private static List<FileRecord> records(List<FileDocument> files) {
        return files.stream().map(FileDocument::file).toList();
    }
}
