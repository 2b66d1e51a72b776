-- H2 has no partial indexes.
CREATE INDEX versions_to_verify ON versions (verification_due_at, organisation_id, workspace_id, file_id, version_id);
