package dev.fileapi.access;

import dev.fileapi.files.model.Workspace;

/** What the service has recorded, for roles that do not say which organisation they are for. */
public interface KnownWorkspaces {

    /** Returns whether the workspace has a file that was uploaded, deleted ones included. */
    boolean hasFiles(Workspace workspace);
}
