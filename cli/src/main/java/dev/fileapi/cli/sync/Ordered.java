package dev.fileapi.cli.sync;

import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list whose next element can be looked at, and which must be in the order of {@link PathOrder}: out of order, files would be taken as missing. */
final class Ordered<T> {

    private final Iterator<T> elements;
    private final Function<T, String> path;
    private @Nullable T next;
    private String before = "";

    Ordered(Iterator<T> elements, Function<T, String> path) {
        this.elements = elements;
        this.path = path;
    }

    boolean hasNext() {
        return next != null || elements.hasNext();
    }

    /** Returns the next element, which stays the next. */
    T peek() {
        if (next == null) {
            T element = elements.next();
            String key = path.apply(element);
            if (PathOrder.INSTANCE.compare(before, key) > 0) {
                throw new IllegalStateException("the list is not in the order of paths: " + before + ", " + key);
            }
            before = key;
            next = element;
        }
        return next;
    }

    T next() {
        T element = peek();
        next = null;
        return element;
    }
}
