package dev.fileapi.benchmarks.calls;

/**
 * A kind of call that is measured.
 *
 * @param name for the table
 */
record Call(String name, Action action) {

    /** Makes one call and waits for what it is to give. */
    @FunctionalInterface
    interface Action {
        void make(Caller caller) throws Exception;
    }
}
