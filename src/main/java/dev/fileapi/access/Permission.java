package dev.fileapi.access;

import java.util.Arrays;
import java.util.List;

/** What a call needs in its workspace. */
public enum Permission {
    /** To read and to list files, versions and uploads. */
    READ(Role.VIEWER),
    /** To upload, delete and restore files, and to cancel uploads. */
    WRITE(Role.EDITOR);

    private final Role weakest;

    Permission(Role weakest) {
        this.weakest = weakest;
    }

    /** The roles that hold it, weakest first. */
    public List<Role> roles() {
        return Arrays.stream(Role.values()).filter(this::heldBy).toList();
    }

    /** True when the role holds it: every role may also do what weaker ones may. */
    public boolean heldBy(Role role) {
        return role.compareTo(weakest) >= 0;
    }
}
