package dev.fileapi.http.wire;

import dev.fileapi.access.CallersRoles;
import dev.fileapi.files.model.User;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** Who calls, and where they may do what. */
@Serdeable
public record CallerResponse(UserInfo user, List<Organisation> organisations) {

    /** An organisation of the token, with the workspaces in which the caller has a role. */
    @Serdeable
    record Organisation(UUID id, List<WorkspaceRole> workspaces) {

        private static Organisation of(CallersRoles.Organisation organisation) {
            return new Organisation(
                    organisation.id(),
                    organisation.workspaces().stream().map(WorkspaceRole::of).toList());
        }
    }

    /** A workspace, with the caller's role there. */
    @Serdeable
    record WorkspaceRole(UUID id, String role) {

        private static WorkspaceRole of(CallersRoles.Held held) {
            return new WorkspaceRole(held.workspaceId(), held.role().wireName());
        }
    }

    public static CallerResponse of(User user, List<CallersRoles.Organisation> organisations) {
        return new CallerResponse(
                UserInfo.of(user), organisations.stream().map(Organisation::of).toList());
    }
}
