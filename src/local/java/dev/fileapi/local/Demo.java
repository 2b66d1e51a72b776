package dev.fileapi.local;

import dev.fileapi.files.model.Workspace;
import java.util.UUID;

/** The user and the workspace that tokens are for by default. */
public final class Demo {

    public static final UUID ORGANISATION = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    public static final UUID WORKSPACE = UUID.fromString("0b000000-0000-4000-8000-000000000001");
    public static final UUID USER = UUID.fromString("0c000000-0000-4000-8000-000000000001");

    private Demo() {}

    static Workspace workspace() {
        return new Workspace(ORGANISATION, WORKSPACE);
    }
}
