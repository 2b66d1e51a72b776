package dev.fileapi.local.functions;

/** A function ended with an exception. */
final class FunctionFailedException extends Exception {

    FunctionFailedException(String name, Throwable cause) {
        super("Function " + name + " failed", cause);
    }
}
