-- A list checks a workspace's pending uploads first; committed versions do not weigh on this index.
CREATE INDEX versions_pending ON versions (organisation_id, workspace_id, version_id DESC, file_id) WHERE state = 'PENDING';
