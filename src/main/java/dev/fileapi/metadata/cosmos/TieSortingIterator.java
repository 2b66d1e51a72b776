package dev.fileapi.metadata.cosmos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Files in the whole order of a listing, from files in the order of its first criterion: sorts those that share its value. */
final class TieSortingIterator implements Iterator<FileDocument> {

    private final CosmosListing listing;
    private final Iterator<FileDocument> files;
    private final Deque<FileDocument> sorted = new ArrayDeque<>();
    private @Nullable FileDocument next;

    TieSortingIterator(CosmosListing listing, Iterator<FileDocument> files) {
        this.listing = listing;
        this.files = files;
        advance();
    }

    @Override
    public boolean hasNext() {
        return !sorted.isEmpty() || next != null;
    }

    @Override
    public FileDocument next() {
        if (sorted.isEmpty()) {
            sortNext();
        }
        return sorted.remove();
    }

    private void sortNext() {
        FileDocument first = next;
        if (first == null) {
            throw new NoSuchElementException();
        }
        List<FileDocument> ties = new ArrayList<>();
        for (FileDocument file = first; file != null && listing.isTie(first, file); file = advance()) {
            ties.add(file);
        }
        ties.sort(Comparator.comparing(file -> CosmosFileCursor.at(file, listing), listing::compare));
        sorted.addAll(ties);
    }

    private @Nullable FileDocument advance() {
        next = files.hasNext() ? files.next() : null;
        return next;
    }
}
