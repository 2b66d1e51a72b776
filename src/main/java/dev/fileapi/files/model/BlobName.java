package dev.fileapi.files.model;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the blob of one version: {@code {organisation_id}/{workspace_id}/{file_id}/{version_id}}, all that a blob event needs. */
public record BlobName(Workspace workspace, FileId fileId, VersionId versionId) {

    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern FORM =
            Pattern.compile(UUID_FORM + "/" + UUID_FORM + "/" + UUID_FORM + "/(0|[1-9][0-9]{0,18})");

    /** The parts of a blob name as {@link #toString} writes it; empty when it is not one of ours. */
    public static Optional<BlobName> parse(String name) {
        Matcher parts = FORM.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BlobName(
                    new Workspace(UUID.fromString(parts.group(1)), UUID.fromString(parts.group(2))),
                    new FileId(UUID.fromString(parts.group(3))),
                    new VersionId(Long.parseLong(parts.group(4)))));
        } catch (NumberFormatException beyondInt64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return workspace.organisationId() + "/" + workspace.workspaceId() + "/" + fileId + "/" + versionId;
    }
}
