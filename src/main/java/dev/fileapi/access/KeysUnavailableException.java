package dev.fileapi.access;

/** The keys that tokens are checked with cannot be had just now: no fault of the token, the same call may be tried again. */
public final class KeysUnavailableException extends AccessException {

    public KeysUnavailableException() {
        super(Reason.KEYS_UNAVAILABLE, "Tokens cannot be checked just now: try again in a moment.");
    }
}
