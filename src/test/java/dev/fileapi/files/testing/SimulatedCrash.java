package dev.fileapi.files.testing;

/** The function died. */
public final class SimulatedCrash extends RuntimeException {

    public SimulatedCrash() {
        super("crash", null, false, false);
    }
}
