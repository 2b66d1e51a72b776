package dev.fileapi.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the local host keeps metadata. */
public enum StoreKind {
    /** In this process; a file in the data folder. */
    H2,
    /** A real server of the local host's own. */
    POSTGRES,
    /** An emulator in this process; it forgets everything when it stops. */
    COSMOS;

    static StoreKind parse(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** As in {@code h2, postgres or cosmos}. */
    static String names() {
        String names = Arrays.stream(values()).map(StoreKind::wireName).collect(Collectors.joining(", "));
        return names.substring(0, names.lastIndexOf(", ")) + " or" + names.substring(names.lastIndexOf(", ") + 1);
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
