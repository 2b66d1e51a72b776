package dev.fileapi.access;

import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;

/** A user who has what the call needs in the workspace. A method with {@link Access} takes it as an argument. */
public record WorkspaceAccess(User user, Workspace workspace) {}
