-- A file's pending uploads are counted and listed; its committed versions do not weigh on this index.
CREATE INDEX versions_pending_of_file ON versions (organisation_id, workspace_id, file_id, version_id DESC) WHERE state = 'PENDING';
