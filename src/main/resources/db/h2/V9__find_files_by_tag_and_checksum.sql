-- As in db/postgresql, but H2 has no index of the elements of a column: a workspace's files are read.
CREATE ALIAS file_has_tag DETERMINISTIC FOR 'dev.fileapi.metadata.jdbc.H2Functions.hasTag';

CREATE INDEX files_by_sha256 ON files (organisation_id, workspace_id, listed_as, latest_sha256);
CREATE INDEX files_by_md5 ON files (organisation_id, workspace_id, listed_as, latest_md5);
CREATE INDEX files_by_crc64nvme ON files (organisation_id, workspace_id, listed_as, latest_crc64nvme);
