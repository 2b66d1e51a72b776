package dev.fileapi.http;

import dev.fileapi.access.Caller;
import dev.fileapi.access.Permission;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.request.QueryParameters;

/** Lets a caller into a workspace, before any other parameter is looked at. */
final class Admission {

    private Admission() {}

    /**
     * The workspace, when the caller has the permission in it.
     *
     * @throws ValidationException when an id is no UUID
     * @throws dev.fileapi.access.AccessException when the caller has not
     */
    static Workspace admit(Caller caller, Permission permission, String organisationId, String workspaceId) {
        Workspace workspace = new Workspace(
                QueryParameters.uuid("organisation_id", organisationId),
                QueryParameters.uuid("workspace_id", workspaceId));
        caller.require(permission, workspace);
        return workspace;
    }
}
