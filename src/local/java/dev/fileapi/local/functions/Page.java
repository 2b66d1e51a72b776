package dev.fileapi.local.functions;

/** A page that the host serves beside the functions. */
@FunctionalInterface
public interface Page {

    Answer answer(Received request);
}
