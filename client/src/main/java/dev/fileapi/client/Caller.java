package dev.fileapi.client;

import java.util.List;
import java.util.UUID;

/**
 * The user that a token stands for, and where it is good.
 *
 * @param user who calls
 * @param organisations all organisations of the token, in the order of their ids
 */
public record Caller(User user, List<Organisation> organisations) {

    /** Copies the list. */
    public Caller {
        organisations = List.copyOf(organisations);
    }

    /**
     * An organisation that the token gives access to.
     *
     * @param id its id
     * @param workspaces those in which the caller has a role
     */
    public record Organisation(UUID id, List<Workspace> workspaces) {

        /** Copies the list. */
        public Organisation {
            workspaces = List.copyOf(workspaces);
        }
    }

    /**
     * A workspace in which the caller has a role.
     *
     * @param id its id
     * @param role {@code viewer}, {@code editor} or {@code owner}
     */
    public record Workspace(UUID id, String role) {}
}
