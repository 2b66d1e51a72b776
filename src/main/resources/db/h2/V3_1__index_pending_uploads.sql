-- H2 has no partial indexes.
CREATE INDEX versions_pending ON versions (organisation_id, workspace_id, state, version_id DESC, file_id);
