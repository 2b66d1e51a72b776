package dev.fileapi.cli.access;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.signin.Profile;
import dev.fileapi.client.Caller;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A workspace in which a caller has a role.
 *
 * @param organisation whose workspace it is
 * @param workspace its id
 * @param role the caller's
 */
public record WorkspaceChoice(UUID organisation, UUID workspace, String role) {

    /**
     * Returns the workspaces that a caller may mean: the one that is asked for, or that of the sign-in before; otherwise all.
     *
     * @param before the sign-in before, to the same service; null for none
     * @throws CommandException when the caller has no role there
     */
    public static List<WorkspaceChoice> of(Caller caller, Place place, @Nullable Profile before) {
        List<WorkspaceChoice> all = caller.organisations().stream()
                .flatMap(organisation -> organisation.workspaces().stream()
                        .map(workspace -> new WorkspaceChoice(organisation.id(), workspace.id(), workspace.role())))
                .toList();
        List<WorkspaceChoice> asked = all.stream()
                .filter(each -> each.is(place.organisation(), place.workspace()))
                .toList();
        if (asked.isEmpty()) {
            throw new CommandException(
                    ExitStatus.ACCESS,
                    all.isEmpty()
                            ? "you have no role in any workspace of this service"
                            : "you have no role there; you have one in" + text(all));
        }
        List<WorkspaceChoice> known = before == null
                ? List.of()
                : asked.stream()
                        .filter(each -> each.organisation.equals(before.organisation())
                                && each.workspace.equals(before.workspace()))
                        .toList();
        return known.isEmpty() ? asked : known;
    }

    /** Returns the options that choose each of them, a line for each. */
    public static String text(List<WorkspaceChoice> choices) {
        return choices.stream()
                .map(each ->
                        "\n  --org " + each.organisation + " --workspace " + each.workspace + "  (" + each.role + ")")
                .collect(Collectors.joining());
    }

    private boolean is(@Nullable UUID wantedOrganisation, @Nullable UUID wantedWorkspace) {
        return (wantedOrganisation == null || wantedOrganisation.equals(organisation))
                && (wantedWorkspace == null || wantedWorkspace.equals(workspace));
    }
}
