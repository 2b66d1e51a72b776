-- Runs on PostgreSQL and on H2 (MODE=PostgreSQL) alike; db/h2 has what H2 needs beyond it.

-- A path is kept as UTF-8 bytes, whose order is that of code points on both databases. It is split because an index row
-- of PostgreSQL holds at most 2,704 bytes and a path may have 4,096: path_head has the first 2,000, path_tail the rest,
-- which is empty but for the longest paths.
CREATE TABLE files (
    organisation_id UUID NOT NULL,
    workspace_id UUID NOT NULL,
    file_id UUID NOT NULL,
    revision BIGINT NOT NULL,
    slot VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    listed_as VARCHAR,                   -- LIVE or DELETED; null for what no list shows: nascent or being purged
    path_head BYTEA NOT NULL,
    path_tail BYTEA NOT NULL,
    depth INTEGER NOT NULL,              -- how many folders deep
    lower_case_name VARCHAR NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_by_id UUID NOT NULL,
    created_by_name VARCHAR,
    created_by_email VARCHAR,
    latest_version_id BIGINT,            -- null for a nascent file
    latest_size BIGINT,
    latest_etag VARCHAR,
    latest_snapshot VARCHAR,
    latest_content_md5 VARCHAR,
    latest_content_type VARCHAR,
    modified_at TIMESTAMP(6) WITH TIME ZONE,
    modified_by_id UUID,
    modified_by_name VARCHAR,
    modified_by_email VARCHAR,
    deleted_at TIMESTAMP(6) WITH TIME ZONE,
    deleted_by_id UUID,
    deleted_by_name VARCHAR,
    deleted_by_email VARCHAR,
    next_check_at TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (organisation_id, workspace_id, file_id)
);

CREATE UNIQUE INDEX files_by_slot ON files (organisation_id, workspace_id, slot);
CREATE INDEX files_by_path ON files (organisation_id, workspace_id, listed_as, path_head);
CREATE INDEX files_by_creation ON files (organisation_id, workspace_id, listed_as, created_at);
CREATE INDEX files_by_modification ON files (organisation_id, workspace_id, listed_as, modified_at);
CREATE INDEX files_by_deletion ON files (organisation_id, workspace_id, listed_as, deleted_at);
CREATE INDEX files_due ON files (next_check_at, organisation_id, workspace_id, file_id);

CREATE TABLE versions (
    organisation_id UUID NOT NULL,
    workspace_id UUID NOT NULL,
    file_id UUID NOT NULL,
    version_id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_by_id UUID NOT NULL,
    created_by_name VARCHAR,
    created_by_email VARCHAR,
    link_expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    next_check VARCHAR,
    next_check_at TIMESTAMP(6) WITH TIME ZONE,
    conditional BOOLEAN NOT NULL,
    expected_etag VARCHAR,               -- null though conditional: there must be no version
    size BIGINT,                         -- null until committed
    etag VARCHAR,
    snapshot VARCHAR,
    content_md5 VARCHAR,
    content_type VARCHAR,
    committed_at TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (organisation_id, workspace_id, file_id, version_id)
);

CREATE INDEX versions_due ON versions (next_check_at, organisation_id, workspace_id, file_id, version_id);

CREATE TABLE idempotency_keys (
    organisation_id UUID NOT NULL,
    workspace_id UUID NOT NULL,
    file_id UUID NOT NULL,
    idempotency_key VARCHAR NOT NULL,
    version_id BIGINT NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (organisation_id, workspace_id, file_id, idempotency_key)
);

CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);
