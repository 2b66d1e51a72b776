package dev.fileapi.local.commands;

import java.util.Locale;

/** The value of an option that switches something. */
enum OnOff {
    ON,
    OFF;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
