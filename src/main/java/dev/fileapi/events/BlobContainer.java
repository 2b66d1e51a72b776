package dev.fileapi.events;

/** The container whose events are this service's. */
public interface BlobContainer {

    /** Returns the container's name. */
    String container();
}
