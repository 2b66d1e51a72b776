-- What is to be read on; versions of which nothing is do not weigh on this index.
CREATE INDEX versions_to_verify ON versions (verification_due_at, organisation_id, workspace_id, file_id, version_id)
    WHERE verification_due_at IS NOT NULL;
