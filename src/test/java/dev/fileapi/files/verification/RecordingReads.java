package dev.fileapi.files.verification;

import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.testing.SimulatedCrash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps where in a blob its bytes were read, and lets the function die in the middle of a section: that cannot be produced otherwise. */
final class RecordingReads {

    private final int sections;
    private final List<Long> offsets = new CopyOnWriteArrayList<>();

    RecordingReads() {
        this(Integer.MAX_VALUE);
    }

    /** @param sections how many are read before the function dies */
    RecordingReads(int sections) {
        this.sections = sections;
    }

    BlobStore in(BlobStore real) {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        if (offsets.size() == sections) {
                            throw new SimulatedCrash();
                        }
                        offsets.add((Long) arguments[2]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Returns where each section began, in the order in which they were read. */
    List<Long> offsets() {
        return List.copyOf(offsets);
    }
}
