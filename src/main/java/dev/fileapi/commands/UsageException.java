package dev.fileapi.commands;

/** The command line makes no sense; its message says why. */
final class UsageException extends RuntimeException {

    UsageException(String why) {
        super(why);
    }
}
