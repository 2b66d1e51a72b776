package dev.fileapi.local;

import dev.fileapi.files.model.Workspace;
import java.util.UUID;

/** Whom and where tokens are for when nothing else is asked for. */
final class Demo {

    static final UUID ORGANISATION = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    static final UUID WORKSPACE = UUID.fromString("0b000000-0000-4000-8000-000000000001");
    static final UUID USER = UUID.fromString("0c000000-0000-4000-8000-000000000001");

    private Demo() {}

    static Workspace workspace() {
        return new Workspace(ORGANISATION, WORKSPACE);
    }
}
