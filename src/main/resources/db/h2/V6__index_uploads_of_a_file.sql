-- H2 has no partial indexes.
CREATE INDEX versions_pending_of_file ON versions (organisation_id, workspace_id, file_id, state, version_id DESC);
