package dev.fileapi.access;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What the claims of a token are called.
 *
 * @param organisationsClaim names the claim with the ids of the caller's organisations
 * @param workspaceRolesClaim names the claim with the caller's role in each workspace
 * @param userIdClaim names the claim with the user's id
 */
@ConfigurationProperties("fileapi.access")
record ClaimSettings(
        @Bindable(defaultValue = "organisations") String organisationsClaim,
        @Bindable(defaultValue = "workspace_roles") String workspaceRolesClaim,
        @Bindable(defaultValue = "sub") String userIdClaim,
        @Bindable(defaultValue = "name") String nameClaim,
        @Bindable(defaultValue = "email") String emailClaim) {

    ClaimSettings {
        check("FILEAPI_ACCESS_ORGANISATIONS_CLAIM", organisationsClaim);
        check("FILEAPI_ACCESS_WORKSPACE_ROLES_CLAIM", workspaceRolesClaim);
        check("FILEAPI_ACCESS_USER_ID_CLAIM", userIdClaim);
        check("FILEAPI_ACCESS_NAME_CLAIM", nameClaim);
        check("FILEAPI_ACCESS_EMAIL_CLAIM", emailClaim);
    }

    private static void check(String variable, String claim) {
        if (claim.isBlank()) {
            throw new InvalidSettingException(variable, "is missing: must name a claim");
        }
    }
}
