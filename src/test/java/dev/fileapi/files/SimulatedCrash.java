package dev.fileapi.files;

/** The function died. */
public final class SimulatedCrash extends RuntimeException {

    SimulatedCrash() {
        super("crash", null, false, false);
    }
}
