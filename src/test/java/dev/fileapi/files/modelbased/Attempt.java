package dev.fileapi.files.modelbased;

/**
 * An operation that is tried.
 *
 * @param crashAfter the function dies after so many remote steps, if it takes so many; 0: it lives
 */
record Attempt(Operation operation, int crashAfter) {}
