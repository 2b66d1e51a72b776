package dev.fileapi.client;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bearer token that is in use, and where to get another one. */
final class Token {

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

    private final Supplier<String> supplier;
    private @Nullable String current;

    Token(Supplier<String> supplier) {
        this.supplier = supplier;
    }

    /** Returns the token in use. */
    synchronized String current() {
        if (current == null) {
            current = ask();
        }
        return current;
    }

    /** Returns another token than one that was refused: asks for it, unless another thread has. */
    synchronized String after(String refused) {
        if (current == null || current.equals(refused)) {
            current = ask();
        }
        return current;
    }

    /** Checks it here: what refuses a wrong header repeats it in its message. */
    private String ask() {
        String token = supplier.get().strip();
        if (!PRINTABLE.matcher(token).matches()) {
            throw new IllegalArgumentException("token: must be printable ASCII and not empty");
        }
        return token;
    }
}
