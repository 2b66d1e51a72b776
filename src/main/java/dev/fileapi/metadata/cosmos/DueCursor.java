package dev.fileapi.metadata.cosmos;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place among what is due.
 *
 * @param time all that is due before it was given out
 * @param given the keys of what was given out of those due at this very time
 */
record DueCursor(long time, Set<String> given) {

    static final DueCursor START = new DueCursor(CosmosTimes.stored(Instant.MIN), Set.of());

    /** Reads what {@link #text} wrote. */
    static DueCursor parse(String text) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        return new DueCursor(Long.parseLong(words.get(0)), new HashSet<>(words.subList(1, words.size())));
    }

    String text() {
        return Stream.concat(Stream.of(Long.toString(time)), given.stream()).collect(Collectors.joining(" "));
    }

    /**
     * Returns the place after these, in their order, of which there is at least one.
     *
     * @param due when a document is due, as stored
     */
    <D extends DueDocument> DueCursor after(List<D> batch, ToLongFunction<D> due) {
        long last = due.applyAsLong(batch.get(batch.size() - 1));
        Set<String> givenAtLast = batch.stream()
                .filter(document -> due.applyAsLong(document) == last)
                .map(DueDocument::key)
                .collect(Collectors.toSet());
        if (last == time) {
            givenAtLast.addAll(given);
        }
        return new DueCursor(last, givenAtLast);
    }
}
