package dev.fileapi.http;

/** A parameter is of the wrong type or range; the message says which and why. */
final class ValidationException extends RuntimeException {

    ValidationException(String parameter, String why) {
        super(parameter + ": " + why);
    }
}
