package dev.fileapi.http.problem;

/** A parameter is of the wrong type or out of range; the message says which and why. */
public final class ValidationException extends RuntimeException {

    public ValidationException(String parameter, String why) {
        super(parameter + ": " + why);
    }
}
