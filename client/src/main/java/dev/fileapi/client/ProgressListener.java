package dev.fileapi.client;

/** Learns how far transfers are. Called from many threads at once, often, and while bytes wait: return at once. */
public interface ProgressListener {

    /** Does nothing. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * Bytes have been sent or received.
     *
     * @param count how many; negative when a request failed, whose bytes will move again
     */
    default void bytes(long count) {}

    /**
     * Bytes need not be moved, since an earlier transfer has.
     *
     * @param count how many
     */
    default void bytesKept(long count) {}

    /**
     * A file is complete.
     *
     * @param path its whole path in the workspace, without a leading slash
     */
    default void file(String path) {}
}
