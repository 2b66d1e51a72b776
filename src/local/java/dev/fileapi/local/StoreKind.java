package dev.fileapi.local;

import java.util.Locale;

/** Where the local host keeps metadata. */
public enum StoreKind {
    /** In this process; a file in the data folder. */
    H2,
    /** A real server of the local host's own. */
    POSTGRES,
    /** An emulator in this process; its data are lost when it stops. */
    COSMOS;

    /** As it is written on the command line, and its folder is named. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
