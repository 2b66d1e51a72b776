-- What an uploader told about a version's bytes and what was found out; null where nothing is known. Tags and metadata are JSON objects.
ALTER TABLE versions ADD COLUMN expected_size BIGINT;               -- as told when the link was issued
ALTER TABLE versions ADD COLUMN verification VARCHAR;               -- null for UNVERIFIED
ALTER TABLE versions ADD COLUMN sha256 VARCHAR;                     -- checksums are base64
ALTER TABLE versions ADD COLUMN md5 VARCHAR;
ALTER TABLE versions ADD COLUMN crc64nvme VARCHAR;
ALTER TABLE versions ADD COLUMN declared_content_type VARCHAR;      -- as told; content_type is the blob's
ALTER TABLE versions ADD COLUMN source_modified_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE versions ADD COLUMN tags VARCHAR;
ALTER TABLE versions ADD COLUMN metadata VARCHAR;
ALTER TABLE versions ADD COLUMN verification_due_at TIMESTAMP(6) WITH TIME ZONE; -- null when no bytes are left to read
ALTER TABLE versions ADD COLUMN verification_offset BIGINT;
ALTER TABLE versions ADD COLUMN verification_state VARCHAR;

-- The same of the latest version, for lists. Releases that do not know these columns move the pointer and leave them: details_of tells.
ALTER TABLE files ADD COLUMN details_of BIGINT;                     -- the version that they are of
ALTER TABLE files ADD COLUMN latest_verification VARCHAR;
ALTER TABLE files ADD COLUMN latest_sha256 VARCHAR;
ALTER TABLE files ADD COLUMN latest_md5 VARCHAR;
ALTER TABLE files ADD COLUMN latest_crc64nvme VARCHAR;
ALTER TABLE files ADD COLUMN latest_declared_content_type VARCHAR;
ALTER TABLE files ADD COLUMN latest_source_modified_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE files ADD COLUMN latest_tags VARCHAR;
ALTER TABLE files ADD COLUMN latest_metadata VARCHAR;
