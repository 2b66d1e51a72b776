package dev.fileapi.access;

import jakarta.inject.Singleton;

/** The keys that tokens are checked with, for those who prepare for tokens to come. */
@Singleton
public final class IssuerKeys {

    private final Keys keys;

    IssuerKeys(Keys keys) {
        this.keys = keys;
    }

    /**
     * Has the keys at hand from now on.
     *
     * @throws AccessException when there are none to be had now; the first token will ask again
     */
    public void fetch() {
        keys.current();
    }
}
