package dev.fileapi.local.samples;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What functions were told. A journal is the only thing that these functions share. */
public final class Journal {

    private final List<String> entries = new CopyOnWriteArrayList<>();

    public List<String> entries() {
        return entries;
    }

    void add(String entry) {
        entries.add(entry);
    }
}
