-- Unlike PostgreSQL, H2 does not follow an index backwards.
CREATE INDEX files_by_path_descending ON files (organisation_id, workspace_id, listed_as, path_head DESC);
CREATE INDEX files_by_creation_descending ON files (organisation_id, workspace_id, listed_as, created_at DESC);
CREATE INDEX files_by_modification_descending ON files (organisation_id, workspace_id, listed_as, modified_at DESC);
CREATE INDEX files_by_deletion_descending ON files (organisation_id, workspace_id, listed_as, deleted_at DESC);
