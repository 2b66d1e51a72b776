package dev.fileapi.access;

/** The issuer's keys. */
interface Keys {

    /**
     * The keys to check tokens with. The same object as long as the keys are the same.
     *
     * @throws KeysUnavailableException when there are none, and none can be had
     */
    KeySet current();

    /**
     * The current keys when they are others than the given ones, in which a token's key was not found; else those given.
     *
     * @throws KeysUnavailableException when it cannot be found out whether there are others
     */
    KeySet newerThan(KeySet seen);
}
