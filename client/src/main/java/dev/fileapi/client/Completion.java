package dev.fileapi.client;

/** When an upload of many files counts as done. */
public enum Completion {
    /** When the service has recorded the versions, which has it look at each blob: an upload that it rejects is told as a failure. */
    RECORDED,
    /**
     * When the blob service has all bytes. The service records the versions by itself: at the latest when the file is read or its workspace listed,
     * so that every reader sees them. Much faster.
     */
    SENT
}
