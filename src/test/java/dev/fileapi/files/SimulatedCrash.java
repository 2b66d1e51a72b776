package dev.fileapi.files;

/** The function died. */
final class SimulatedCrash extends RuntimeException {

    SimulatedCrash() {
        super("crash", null, false, false);
    }
}
