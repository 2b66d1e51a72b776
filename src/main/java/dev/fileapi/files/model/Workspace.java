package dev.fileapi.files.model;

import java.util.UUID;

/** The tenant of a record: every record, query and blob name carries it, so that tenancy is structural. */
public record Workspace(UUID organisationId, UUID workspaceId) {}
